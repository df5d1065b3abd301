using Portal.Activity;

namespace Portal.Push;

/// <summary>Runs the dispatcher as long as the host runs, and wakes it when another node queued something.</summary>
public sealed class PushWorker(PushDispatcher dispatcher, PushSignal signal, PortalEvents events) : BackgroundService
{
    private static readonly PortalEventKind[] QueuePushes =
        [PortalEventKind.PassChanged, PortalEventKind.DesignPublished, PortalEventKind.RegistrationChanged, PortalEventKind.CertificateChanged,
         PortalEventKind.PushStopChanged];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ear = events.Subscribe(Hear);
        await dispatcher.RunAsync(stoppingToken);
    }

    private Task Hear(PortalEventBatch batch)
    {
        if (batch.Events.Any(news => news.IsFromElsewhere && QueuePushes.Contains(news.Kind)))
            signal.Wake();
        return Task.CompletedTask;
    }
}
