using Portal.Data.Pushes;
using Portal.Hosting;

namespace Portal.Push;

/// <summary>Counts what waits, four times a minute and only for somebody who reads it.</summary>
public sealed class BacklogWatch(PushBacklogs backlogs, PushMetrics metrics, TimeProvider time, ILogger<BacklogWatch> logger)
    : EnduringService(time, logger)
{
    protected override string Trouble => "What waits to be pushed could not be counted";

    protected override TimeSpan Pause => TimeSpan.FromSeconds(15);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, Time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            if (metrics.IsBacklogWatched)
                metrics.Waits(await backlogs.CountAsync(stopping), Time.GetUtcNow());
        }
    }
}
