using Portal.Data.Pushes;

namespace Portal.Push;

/// <summary>Counts what waits, four times a minute and only for somebody who reads it.</summary>
public sealed partial class BacklogWatch(PushBacklogs backlogs, PushMetrics metrics, TimeProvider time, ILogger<BacklogWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!metrics.IsBacklogWatched)
                continue;
            try
            {
                metrics.Waits(await backlogs.CountAsync(stoppingToken), time.GetUtcNow());
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotCounted(logger, problem.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What waits to be pushed could not be counted: {Problem}")]
        public static partial void NotCounted(ILogger logger, string problem);
    }
}
