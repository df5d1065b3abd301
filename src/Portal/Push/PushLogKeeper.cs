using Microsoft.Extensions.Options;
using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>Keeps the push log for as long as <see cref="PushOptions.KeepLogDays"/> says: looks every hour.</summary>
public sealed partial class PushLogKeeper(
    PushLogCleaning cleaning, IOptions<PushOptions> options, TimeProvider time, ILogger<PushLogKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await CleanAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Told to stop: the next start goes on.
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            await cleaning.CleanAsync(time.GetUtcNow().AddDays(-options.Value.KeepLogDays), cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotCleaned(logger, problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The push log could not be shortened; trying again in an hour")]
        public static partial void NotCleaned(ILogger logger, Exception problem);
    }
}
