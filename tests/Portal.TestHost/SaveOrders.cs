using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Passes;

namespace Portal.TestHost;

/// <summary>
/// Saves that a test asks this process for, as <c>POST /test/save?pass=1&amp;change=GUID&amp;field=points&amp;text=5</c>. The portal
/// itself takes them from its pages. The answer is the kind of the outcome.
/// </summary>
internal sealed class SaveOrders : IStartupFilter
{
    private static readonly Author Staff = new("Ada");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/test/save", orders => orders.Run(Orders.Guarded(SaveAsync)));
        next(app);
    };

    private static async Task SaveAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var passId = long.Parse(query["pass"].ToString(), CultureInfo.InvariantCulture);
        var edit = new PassEdit
        {
            ChangeId = Guid.Parse(query["change"].ToString(), CultureInfo.InvariantCulture),
            PassId = passId,
            ExpectedRevision = await RevisionAsync(http, passId),
            Values = new Dictionary<string, string?>(StringComparer.Ordinal) { [query["field"].ToString()] = query["text"].ToString() },
        };
        var outcome = await http.RequestServices.GetRequiredService<PassChanges>().SaveAsync(edit, Staff, http.RequestAborted);
        var answer = outcome.GetType().Name;
        http.Response.ContentLength = answer.Length;
        await http.Response.WriteAsync(answer, http.RequestAborted);
    }

    private static async Task<int> RevisionAsync(HttpContext http, long passId)
    {
        var contexts = http.RequestServices.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        return await db.Passes.Where(pass => pass.Id == passId).Select(pass => pass.Revision).SingleAsync(http.RequestAborted);
    }
}
