using Wallet.Simulator.Apns;

namespace Portal.Demo;

/// <summary>The simulated push service of the demo, on a loopback port of its own.</summary>
/// <remarks>It runs before anything of the portal starts, so that the push worker finds its address.</remarks>
public sealed class DemoApns(DemoAuthority authority) : IHostedLifecycleService, IAsyncDisposable
{
    private SimulatedApns? _server;

    /// <summary>The running server.</summary>
    /// <exception cref="InvalidOperationException">The host has not started yet.</exception>
    public SimulatedApns Server => _server ?? throw new InvalidOperationException("The demo's push service has not started.");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var options = new SimulatedApnsOptions { TrustedAuthorities = [authority.Signer.Root, authority.Signer.Intermediate] };
        _server = await SimulatedApns.StartAsync(options, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Last of all, when the push worker has put away what was in flight.
    public Task StoppedAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
            await server.DisposeAsync();
    }
}
