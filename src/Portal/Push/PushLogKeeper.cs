using Microsoft.Extensions.Options;
using Portal.Data.Pushes;
using Portal.Hosting;

namespace Portal.Push;

/// <summary>Keeps the push log for as long as <see cref="PushOptions.KeepLogDays"/> says: looks every hour.</summary>
public sealed class PushLogKeeper(PushLogCleaning cleaning, IOptions<PushOptions> options, TimeProvider time, ILogger<PushLogKeeper> logger)
    : EnduringService(time, logger)
{
    protected override string Trouble => "The push log could not be shortened";

    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, Time);
        do
            await cleaning.CleanAsync(Time.GetUtcNow().AddDays(-options.Value.KeepLogDays), stopping);
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
