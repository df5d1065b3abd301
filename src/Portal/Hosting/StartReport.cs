namespace Portal.Hosting;

/// <summary>Prints the portal's address and what the features have to say, in the order in which they were added.</summary>
/// <remarks>A feature that cannot say it yet, for the database went away meanwhile, says it when it can.</remarks>
public sealed class StartReport(
    PublicAddress address, IEnumerable<IStartLines> lines, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<StartReport> logger)
    : EnduringService(time, logger)
{
    private readonly Queue<IStartLines> _unsaid = new(lines);
    private bool _begun;

    protected override string Trouble => "What there is to say at the start could not be read";

    protected override async Task RunAsync(CancellationToken stopping)
    {
        await lifetime.WhenStartedAsync(stopping);
        if (!_begun)
            await Console.Out.WriteLineAsync($"Passbook Portal is at {address.Text}");
        _begun = true;
        while (_unsaid.TryPeek(out var feature))
        {
            foreach (var line in await feature.ReadAsync(stopping))
                await Console.Out.WriteLineAsync(line);
            _unsaid.Dequeue();
        }
    }
}
