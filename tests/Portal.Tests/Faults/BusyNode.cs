using System.Diagnostics;
using Portal.Testing.Hosting;

namespace Portal.Tests.Faults;

/// <summary>One place of the portal, in which processes come and go.</summary>
internal sealed class BusyNode(PortalGround ground, int number) : IAsyncDisposable
{
    private PortalProcess? _process;

    /// <summary>Where it listens; null while it does not.</summary>
    public Uri? Address { get; set; }

    /// <summary>The longest any of its processes took to listen.</summary>
    public TimeSpan LongestStart { get; private set; }

    public PortalProcess Process => _process ?? throw new InvalidOperationException("This node does not run.");

    /// <summary>Further configuration by key, for the next start.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="fileHandles">How many the process may have open.</param>
    public async Task StartAsync(int? fileHandles = null)
    {
        var began = Stopwatch.GetTimestamp();
        _process = PortalProcess.Start(AllSettings(), fileHandles: fileHandles);
        Address = await _process.Address.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        var took = Stopwatch.GetElapsedTime(began);
        LongestStart = took > LongestStart ? took : LongestStart;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        Address = null;
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
    }

    /// <summary>SIGTERM; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        var code = await Process.StopAsync(Cancelled);
        await KillAsync();
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Thaw();
        await KillAsync();
    }

    // A folder belongs to one portal; what was encrypted with the key of the first has to be read by all.
    private Dictionary<string, string?> AllSettings()
    {
        var settings = new Dictionary<string, string?>(ground.Settings, StringComparer.Ordinal);
        if (number > 0)
        {
            settings["Data:Folder"] = Path.Combine(ground.DataFolder, $"node-{number}");
            settings["Data:MasterKey"] = File.ReadAllText(Path.Combine(ground.DataFolder, "master.key")).Trim();
        }

        foreach (var (key, value) in Settings)
            settings[key] = value;
        return settings;
    }
}
