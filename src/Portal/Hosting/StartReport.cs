namespace Portal.Hosting;

/// <summary>Prints the portal's address and what the features have to say, in the order in which they were added.</summary>
public sealed class StartReport(PublicAddress address, IEnumerable<IStartLines> lines) : IHostedLifecycleService
{
    /// <summary>Runs when the web server listens.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"Passbook Portal is at {address.Text}");
        foreach (var feature in lines)
        {
            foreach (var line in await feature.ReadAsync(cancellationToken))
                await Console.Out.WriteLineAsync(line);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
