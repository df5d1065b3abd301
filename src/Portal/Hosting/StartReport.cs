namespace Portal.Hosting;

/// <summary>Prints the portal's address and what the features have to say, in the order in which they were added.</summary>
/// <remarks>A feature that cannot say it, for the database went away meanwhile, is asked again until it can.</remarks>
public sealed class StartReport(
    PublicAddress address, IEnumerable<IStartLines> lines, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<StartReport> logger)
    : EnduringService(time, logger), IHostedLifecycleService
{
    private readonly Queue<IStartLines> _unsaid = new(lines);

    protected override string Trouble => "What there is to say at the start could not be read";

    /// <summary>Runs when the web server listens.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"Passbook Portal is at {address.Text}");
        await TryAsync(SayAsync, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task RunAsync(CancellationToken stopping)
    {
        await lifetime.WhenStartedAsync(stopping);
        await SayAsync(stopping);
    }

    private async Task SayAsync(CancellationToken cancellationToken)
    {
        while (_unsaid.TryPeek(out var feature))
        {
            foreach (var line in await feature.ReadAsync(cancellationToken))
                await Console.Out.WriteLineAsync(line);
            _unsaid.Dequeue();
        }
    }
}
