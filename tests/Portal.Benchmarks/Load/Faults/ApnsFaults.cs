using Wallet.Simulator.Apns;

namespace Portal.Benchmarks.Load.Faults;

/// <summary>The push service behaves for some seconds as its script says.</summary>
internal sealed class ScriptedApns(string name, Action<SimulatedApns, Random> begin) : ILoadFault
{
    public string Name => name;

    public bool Suits(LoadOptions options) => true;

    public async Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        begin(world.Ground.Apns, chance);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(3 + (chance.NextDouble() * 7)), cancellationToken);
        }
        finally
        {
            world.Ground.Apns.Script.Clear();
        }
    }
}

/// <summary>What a push service can do to its clients.</summary>
internal static class ApnsFaults
{
    public static IReadOnlyList<ILoadFault> All { get; } =
    [
        new ScriptedApns("apns-503", static (apns, _) => apns.Script.Always(ApnsAnswer.Error(503, "ServiceUnavailable"))),
        new ScriptedApns("apns-500-now-and-then", static (apns, _) => apns.Script.When(_ => Random.Shared.Next(5) == 0 ? ApnsAnswer.Error(500, "InternalServerError") : null)),
        new ScriptedApns("apns-429", static (apns, _) => apns.Script.When(_ => Random.Shared.Next(10) == 0 ? ApnsAnswer.Error(429, "TooManyRequests") : null)),
        new ScriptedApns("apns-slow", static (apns, chance) => apns.Script.ThinkTime = TimeSpan.FromSeconds(1 + (chance.NextDouble() * 2))),
        new ScriptedApns("apns-silent", static (apns, _) => apns.Script.Always(ApnsAnswer.Never)),
        new ScriptedApns("apns-goaway", static (apns, _) => apns.Script.When(_ => Random.Shared.Next(100) == 0 ? ApnsAnswer.GoAway() : null)),
        new ScriptedApns("apns-reset", static (apns, _) => apns.Script.When(_ => Random.Shared.Next(20) == 0 ? ApnsAnswer.Reset : null)),
        new ScriptedApns("apns-cut", static (apns, _) => apns.Disconnect()),
    ];
}
