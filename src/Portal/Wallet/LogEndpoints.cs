using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Wallet.Answers;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary><c>log</c>: where a device says why it refused an update.</summary>
public static class LogEndpoints
{
    private const string Path = "/log";

    public static void MapLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, PostAsync);
        routes.MapOtherMethods(Path, "POST");
    }

    /// <summary>Stores the lines of a device, within limits. Nobody has to authorize.</summary>
    public static async Task<Results<Ok, WalletProblem>> PostAsync(
        HttpContext http, DeviceLog log, WalletNews news, CancellationToken cancellationToken)
    {
        if (!log.Admits(http.Connection.RemoteIpAddress))
            return WalletProblem.TooMany;
        var (body, problem) = await DeviceBody.ReadAsync(http.Request, DeviceBody.LogLimit, cancellationToken);
        if (problem is not null)
            return problem;
        if (LogBody.Read(body) is not { } lines)
            return WalletProblem.NoLogs;
        if (lines.Count > 0)
        {
            await log.StoreAsync(lines, Caller.Of(http), cancellationToken);
            news.Complained();
        }

        return TypedResults.Ok();
    }
}
