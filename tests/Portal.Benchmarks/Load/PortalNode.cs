using System.Diagnostics;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Load;

/// <summary>One place of the portal, in which processes come and go.</summary>
internal sealed class PortalNode(int number, LoadGround ground) : IAsyncDisposable
{
    private PortalProcess? _process;
    private int _unhandledBefore;

    public int Number => number;

    /// <summary>Where it listens; null while it does not.</summary>
    public Uri? Address { get; private set; }

    /// <summary>The longest any of its processes took to listen.</summary>
    public TimeSpan LongestStart { get; private set; }

    public int Starts { get; private set; }

    /// <summary>The most memory any of its processes held, in bytes.</summary>
    public long MostMemory { get; private set; }

    /// <summary>Lines in the logs of all its processes, also of the one that runs, that tell of an exception nobody caught.</summary>
    public int Unhandled => _unhandledBefore + (_process is { } process ? UnhandledIn(process) : 0);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        _process = PortalProcess.Start(ground.Settings(number), environment: "Production");
        Address = await _process.Address.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        LongestStart = took > LongestStart ? took : LongestStart;
        Starts++;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        Address = null;
        if (_process is not { } process)
            return;
        _process = null;
        await process.DisposeAsync();
        // Not before its end: the last lines may still be on their way.
        _unhandledBefore += UnhandledIn(process);
    }

    /// <summary>SIGTERM. Returns the exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        Address = null;
        if (_process is not { } process)
            return 0;
        var code = await process.StopAsync(cancellationToken);
        await KillAsync();
        return code;
    }

    public void Freeze() => _process?.Freeze();

    public void Thaw() => _process?.Thaw();

    public void Measure()
    {
        if (_process is { } process)
            MostMemory = Math.Max(MostMemory, process.Memory);
    }

    public async ValueTask DisposeAsync()
    {
        Thaw();
        await KillAsync();
    }

    private static int UnhandledIn(PortalProcess process) =>
        process.Output.Count(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
}
