using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Passbook.Generator;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Wallet;
using Portal.Wallet.Arrival;

namespace Portal.Passes.Downloads;

/// <summary>
/// The public address of one pass: <c>/p/{code}</c> for people, <c>/p/{code}.pkpass</c> for Wallet. The code is a secret of
/// its own and not the serial number, which is printed on the pass.
/// </summary>
public static class DownloadEndpoints
{
    private const int LongestCode = 64;
    private const int RetryAfterSeconds = 300;

    private static readonly string[] Reads = ["GET", "HEAD"];

    public static IEndpointRouteBuilder MapDownloads(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/p").Guarded();
        group.MapMethods("/{code}.pkpass", Reads, DownloadAsync);
        group.MapMethods("/{code}", Reads, ShowAsync);
        group.MapGet("/{**rest}", (HttpContext http) => NotFound(http));
        group.ShortCircuit();
        return routes;
    }

    /// <summary>The signed package.</summary>
    public static async Task<Results<PassDownload, RazorComponentResult<DownloadRefusal>>> DownloadAsync(
        string code, HttpContext http, ProtocolStatements statements, PassPackages packages, ArrivalMarks marks, CancellationToken cancellationToken)
    {
        if (await FindAsync(statements, code, cancellationToken) is not { } head)
            return NotFound(http);
        if (await packages.GetAsync(head, cancellationToken) is not { } package)
            return CannotBeMade(http);
        if (HttpMethods.IsGet(http.Request.Method) && head.FirstHandedOutTag is null)
            marks.HandedOut(head.PassId, package.Version.Tag);
        Hide(http);
        return new PassDownload(package, head.SerialNumber);
    }

    /// <summary>The page that leads into Wallet: a button on an iPhone, elsewhere a code to scan with one.</summary>
    public static async Task<RazorComponentResult> ShowAsync(
        string code, HttpContext http, ProtocolStatements statements, PackageRendering rendering, PublicAddress address, CancellationToken cancellationToken)
    {
        if (await FindAsync(statements, code, cancellationToken) is not { } head)
            return NotFound(http);
        var drawn = await rendering.DrawAsync(head, cancellationToken);
        Hide(http);
        return new RazorComponentResult<DownloadPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DownloadPage.Drawn)] = drawn,
            [nameof(DownloadPage.Address)] = address.Of("/p/" + code),
            [nameof(DownloadPage.IsPhone)] = IsPhone(http.Request),
        });
    }

    private static async ValueTask<PassHead?> FindAsync(ProtocolStatements statements, string code, CancellationToken cancellationToken) =>
        code.Length <= LongestCode && !code.Contains('\0', StringComparison.Ordinal)
            ? await statements.FindDownloadAsync(code, cancellationToken)
            : null;

    private static RazorComponentResult<DownloadRefusal> NotFound(HttpContext http) => Refuse(http, StatusCodes.Status404NotFound);

    private static RazorComponentResult<DownloadRefusal> CannotBeMade(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Refuse(http, StatusCodes.Status503ServiceUnavailable);
    }

    private static RazorComponentResult<DownloadRefusal> Refuse(HttpContext http, int status)
    {
        Hide(http);
        return new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(DownloadRefusal.Status)] = status }) { StatusCode = status };
    }

    // Who has the address has the pass: no search engine and no shared cache may keep it.
    private static void Hide(HttpContext http)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    // An iPad has no Wallet.
    private static bool IsPhone(HttpRequest request) =>
        request.Headers.UserAgent.ToString() is var agent
        && (agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPod", StringComparison.Ordinal));
}

/// <summary>A package as a download.</summary>
public sealed class PassDownload(SignedPackage package, string serialNumber) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = PassPackage.MediaType;
        response.ContentLength = package.Content.Length;
        response.Headers.ContentDisposition = PassFileName.Disposition(serialNumber);
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : package.Content.WriteAsync(response.Body, httpContext.RequestAborted);
    }
}
