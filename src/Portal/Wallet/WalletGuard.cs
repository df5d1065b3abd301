using Microsoft.EntityFrameworkCore;
using Portal.Hosting;
using Portal.Wallet.Answers;

namespace Portal.Wallet;

/// <summary>Stands around every endpoint of the protocol: what goes wrong becomes problem details, not a page.</summary>
public static partial class WalletGuard
{
    /// <summary>Wraps the endpoints of a group.</summary>
    public static TBuilder Guarded<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } inner)
                endpoint.RequestDelegate = http => RunAsync(http, inner);
        });
        return builder;
    }

    private static async Task RunAsync(HttpContext http, RequestDelegate inner)
    {
        try
        {
            await inner(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be told.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WalletGuard));
            var busy = error is DbUpdateException or TimeoutException || DatabaseTrouble.Is(error);
            Log.Failed(logger, http.GetEndpoint()?.DisplayName, error);
            http.Response.Headers.ContentDisposition = default;
            await (busy ? WalletProblem.Busy : WalletProblem.Failed).ExecuteAsync(http);
        }
    }

    private static partial class Log
    {
        // The route, not the path: a path holds a device's secret.
        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed")]
        public static partial void Failed(ILogger logger, string? endpoint, Exception error);
    }
}
