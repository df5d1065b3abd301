using Portal.Testing;
using Portal.Testing.Hosting;

namespace Portal.Browser.Tests.Workspace;

/// <summary>The portal as a newcomer starts it: a process of its own in Development, its demo with APNs and phones inside.</summary>
public sealed class DemoPortal : IAsyncDisposable
{
    // For the report of a test that fails.
    private const int LastLines = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _data;
    private readonly bool _demo;
    private PortalProcess _process;

    private DemoPortal(TemporaryFolder data, bool demo, PortalProcess process, Uri address)
    {
        _data = data;
        _demo = demo;
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<DemoPortal> StartAsync(bool demo = true)
    {
        var data = TemporaryFolder.Create();
        var process = PortalProcess.Start(Settings(data, demo));
        return new DemoPortal(data, demo, process, await process.Address.WaitAsync(Patience));
    }

    /// <summary>Ends it and starts it again at the same address.</summary>
    /// <param name="killAt">A kill point at which the new process ends itself, or null.</param>
    public async Task StartAgainAsync(string? killAt = null)
    {
        await _process.DisposeAsync();
        var settings = Settings(_data, _demo);
        settings["urls"] = Address.ToString();
        _process = PortalProcess.Start(settings, killAt);
        await _process.Address.WaitAsync(Patience);
    }

    /// <summary>Waits until it has ended itself at its kill point.</summary>
    public Task DiesAsync() => _process.ExitCodeAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);

    /// <summary>The one-time link on the console.</summary>
    public async Task<Uri> SetUpLinkAsync() => new(await AfterAsync("Make the owner account (works once, for 24 hours): "));

    /// <summary>The public page of the first sample pass on the console.</summary>
    public async Task<Uri> SamplePassAsync() =>
        new((await AfterAsync("Sample pass: ")).Replace(".pkpass", "", StringComparison.Ordinal));

    /// <summary>Waits until every simulated phone has its passes.</summary>
    public Task PhonesAsync() => LineAsync("Simulated phones awake");

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        foreach (var line in _process.Output.TakeLast(LastLines))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        _data.Dispose();
    }

    private static Dictionary<string, string?> Settings(TemporaryFolder data, bool demo) => new(StringComparer.Ordinal)
    {
        ["Data:Folder"] = data.Path,
        ["Demo:Enabled"] = demo ? "true" : "false",
        ["Portal:PublicBaseUrl"] = "",
        // Says when every phone has its passes.
        ["Logging:LogLevel:Portal.Demo.DemoPhones"] = "Debug",
    };

    private async Task<string> AfterAsync(string words) => (await LineAsync(words)).Split(words)[1].Trim();

    private async Task<string> LineAsync(string words)
    {
        await Until.TrueAsync($"the console says '{words}'", () => Line(words) is not null);
        return Line(words) ?? "";
    }

    private string? Line(string words) => _process.Output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal));
}
