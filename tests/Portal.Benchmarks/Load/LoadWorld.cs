using Wallet.Simulator.Phones;

namespace Portal.Benchmarks.Load;

/// <summary>Everything a run consists of, set up and torn down.</summary>
internal sealed class LoadWorld : IAsyncDisposable
{
    public const string PassType = "pass.test.load";

    private const string Password = "load";
    private const string Team = "TEAM123456";

    private readonly HttpClient _http;

    private LoadWorld(LoadOptions options, LoadGround ground, TextWriter output)
    {
        Options = options;
        Ground = ground;
        Nodes = [.. Enumerable.Range(0, options.Nodes).Select(number => new PortalNode(number, ground))];
        Wire = new PortalWire(Nodes);
        Faults = new FaultClock(output);
        Answers = new Answers(Wire.Handler(), Faults);
        _http = new HttpClient(Answers) { BaseAddress = LoadGround.Address, Timeout = Timeout.InfiniteTimeSpan };
        Orders = new Orders(_http, Ledger);
        Fleet = new PhoneFleet(_http, new PhoneOptions
        {
            Portal = LoadGround.Address, TrustedRoot = ground.Authority.Root, Parallelism = 32,
            ShortestLatency = TimeSpan.FromMilliseconds(20), LongestLatency = TimeSpan.FromMilliseconds(300),
            FirstRetry = TimeSpan.FromMilliseconds(300), LongestRetry = TimeSpan.FromSeconds(10),
        });
        Lags = new Lags(Ledger, Faults);
        Fleet.Happened = Lags.Happened;
        Fleet.Connect(ground.Apns);
    }

    public LoadOptions Options { get; }

    public LoadGround Ground { get; }

    public IReadOnlyList<PortalNode> Nodes { get; }

    public PortalWire Wire { get; }

    public FaultClock Faults { get; }

    public Answers Answers { get; }

    public Ledger Ledger { get; } = new();

    public Lags Lags { get; }

    public Orders Orders { get; }

    public PhoneFleet Fleet { get; }

    public IReadOnlyList<LoadPass> Passes { get; private set; } = [];

    public long Design { get; private set; }

    public static async Task<LoadWorld> CreateAsync(LoadOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var world = new LoadWorld(options, await LoadGround.CreateAsync(options.Provider, cancellationToken), output);
        try
        {
            // At once: on PostgreSQL one of them migrates and the other waits for it.
            await Task.WhenAll(world.Nodes.Select(node => node.StartAsync(cancellationToken)));
            await world.SetUpAsync(cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where a phone downloads a pass.</summary>
    public static Uri Link(LoadPass pass) => new(LoadGround.Address, $"/p/{pass.DownloadCode}.pkpass");

    public async ValueTask DisposeAsync()
    {
        await Fleet.DisposeAsync();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        _http.Dispose();
        await Ground.DisposeAsync();
    }

    // A pass for each phone and some over; every fifth phone has a second one, which another phone has too.
    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        const int Chunk = 200;
        var passType = await Orders.CertificateAsync(Ground.Authority.IssuePassCertificate(PassType, Team, Password), Password, cancellationToken);
        Design = await Orders.DesignAsync(passType, cancellationToken);
        List<LoadPass> passes = [];
        while (passes.Count < Options.Phones)
            passes.AddRange(await Orders.IssueAsync(Design, Math.Min(Chunk, Options.Phones - passes.Count), cancellationToken));
        Passes = passes;
        var phones = Enumerable.Range(0, Options.Phones).Select(number => Fleet.Add($"Phone {number}")).ToList();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, phones.Count),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (number, token) =>
            {
                await phones[number].AddPassAsync(Link(passes[number]), token);
                if (number % 5 == 0)
                    await phones[number].AddPassAsync(Link(passes[(number + 1) % passes.Count]), token);
            });
    }
}
