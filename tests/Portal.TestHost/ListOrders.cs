using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Devices;
using Portal.Passes;

namespace Portal.TestHost;

/// <summary>
/// The first page of a list, which the portal itself loads once a page's circuit is up: <c>GET /test/passes</c> and
/// <c>/test/devices</c>. The answer is how many rows the page has.
/// </summary>
internal sealed class ListOrders : IStartupFilter
{
    private const int PageSize = 50;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/test/passes", orders => orders.Run(Orders.Guarded(PassesAsync)));
        app.Map("/test/devices", orders => orders.Run(Orders.Guarded(DevicesAsync)));
        next(app);
    };

    private static async Task PassesAsync(HttpContext http)
    {
        var queries = http.RequestServices.GetRequiredService<PassQueries>();
        await AnswerAsync(http, (await queries.ListAsync(new PassFilter(), page: 0, PageSize, http.RequestAborted)).Rows.Count);
    }

    private static async Task DevicesAsync(HttpContext http)
    {
        var queries = http.RequestServices.GetRequiredService<DeviceQueries>();
        await AnswerAsync(http, (await queries.ListAsync(search: null, page: 0, PageSize, http.RequestAborted)).Rows.Count);
    }

    private static Task AnswerAsync(HttpContext http, int rows)
    {
        var answer = rows.ToString(CultureInfo.InvariantCulture);
        http.Response.ContentLength = answer.Length;
        return http.Response.WriteAsync(answer, http.RequestAborted);
    }
}
