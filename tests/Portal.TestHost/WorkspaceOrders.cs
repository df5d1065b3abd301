using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificates;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;

namespace Portal.TestHost;

/// <summary>
/// A workspace that a load run asks this process for: <c>POST /test/certificate?password=</c> with a .p12 as the body,
/// <c>/test/design?type=1</c>, <c>/test/issue?design=1&amp;count=100</c>, <c>/test/publish?design=1&amp;change=GUID&amp;text=</c>. Answers
/// are ids, for passes a line of id, serial number and download code each.
/// </summary>
internal sealed class WorkspaceOrders : IStartupFilter
{
    private static readonly Author Staff = new("Ada");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/test/certificate", orders => orders.Run(Orders.Guarded(UploadAsync)));
        app.Map("/test/design", orders => orders.Run(Orders.Guarded(DesignAsync)));
        app.Map("/test/issue", orders => orders.Run(Orders.Guarded(IssueAsync)));
        app.Map("/test/publish", orders => orders.Run(Orders.Guarded(PublishAsync)));
        next(app);
    };

    private static async Task UploadAsync(HttpContext http)
    {
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        var taken = await Service<CertificateStore>(http).UploadAsync(
            new CertificateUpload(file.ToArray(), http.Request.Query["password"], By: null), http.RequestAborted);
        await http.Response.WriteAsync(taken.PassTypeId.ToString(CultureInfo.InvariantCulture), http.RequestAborted);
    }

    private static async Task DesignAsync(HttpContext http)
    {
        var start = StartingDesigns.Find("store-card") ?? throw new InvalidOperationException("There is no store card to start from.");
        var id = await Service<DesignStore>(http).CreateAsync(start, "Card", (int)Number(http, "type"), Staff.Name, http.RequestAborted);
        await PublishAsync(http, id, Guid.CreateVersion7(), "Edition 0");
        await http.Response.WriteAsync(id.ToString(CultureInfo.InvariantCulture), http.RequestAborted);
    }

    private static async Task IssueAsync(HttpContext http)
    {
        var wanted = Enumerable.Range(0, (int)Number(http, "count")).Select(_ => new NewPass(PassValues("0"))).ToList();
        var passes = await Service<PassChanges>(http).IssueManyAsync(Number(http, "design"), wanted, Staff, http.RequestAborted);
        var lines = new StringBuilder();
        foreach (var pass in passes)
            lines.AppendLine(CultureInfo.InvariantCulture, $"{pass.Id} {pass.SerialNumber} {pass.DownloadCode}");
        await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
    }

    private static async Task PublishAsync(HttpContext http)
    {
        var change = Guid.Parse(http.Request.Query["change"].ToString(), CultureInfo.InvariantCulture);
        await PublishAsync(http, Number(http, "design"), change, http.Request.Query["text"].ToString());
        await http.Response.WriteAsync("Published", http.RequestAborted);
    }

    private static async Task PublishAsync(HttpContext http, long designId, Guid change, string description)
    {
        var store = Service<DesignStore>(http);
        var draft = await OpenAsync(store, designId, http.RequestAborted);
        var document = draft.Document with { Pass = draft.Document.Pass with { Description = description } };
        await store.SaveDraftAsync(draft with { Document = document }, Staff.Name, http.RequestAborted);
        draft = await OpenAsync(store, designId, http.RequestAborted);
        var result = await Service<DesignPublisher>(http).PublishAsync(draft, change, Staff, http.RequestAborted);
        if (!result.IsPublished)
            throw new InvalidOperationException(result.Problem);
    }

    private static async Task<DesignDraft> OpenAsync(DesignStore store, long designId, CancellationToken cancellationToken) =>
        await store.OpenDraftAsync(designId, cancellationToken) ?? throw new InvalidOperationException($"There is no design {designId}.");

    private static Data.Passes.PassValues PassValues(string points) => Data.Passes.PassValues.Of([KeyValuePair.Create("points", points)]);

    private static long Number(HttpContext http, string name) => long.Parse(http.Request.Query[name].ToString(), CultureInfo.InvariantCulture);

    private static T Service<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
