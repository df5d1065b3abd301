namespace Portal.Push;

/// <summary>Runs the dispatcher as long as the host runs.</summary>
public sealed class PushWorker(PushDispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}
