using Portal.Data.Pushes;

namespace Portal.Benchmarks.Load.Faults;

/// <summary>A process of the portal dies as in a power cut, and is started again.</summary>
internal sealed class KilledNode : ILoadFault
{
    public string Name => "kill";

    public bool Suits(LoadOptions options) => true;

    public async Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        var node = world.Nodes[chance.Next(world.Nodes.Count)];
        await node.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * 2), cancellationToken);
        await node.StartAsync(cancellationToken);
    }
}

/// <summary>A process of the portal is told to end, does, and is started again.</summary>
internal sealed class StoppedNode : ILoadFault
{
    public string Name => "stop";

    public bool Suits(LoadOptions options) => true;

    public async Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        var node = world.Nodes[chance.Next(world.Nodes.Count)];
        if (await node.StopAsync(cancellationToken) is var code and not 0)
            throw new InvalidOperationException($"A node that was told to end did so with {code}.");
        await node.StartAsync(cancellationToken);
    }
}

/// <summary>One of two nodes stands still, by chance for longer than its leases run, and then goes on as if nothing had been.</summary>
internal sealed class FrozenNode : ILoadFault
{
    // In a shorter run one long freeze would leave no room for other faults.
    private static readonly TimeSpan ShortestRunWithLong = TimeSpan.FromMinutes(2);

    public string Name => "freeze";

    public bool Suits(LoadOptions options) => options.Nodes > 1;

    public async Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        var node = world.Nodes[chance.Next(world.Nodes.Count)];
        node.Freeze();
        try
        {
            await Task.Delay(Length(world.Options.Duration, chance), cancellationToken);
        }
        finally
        {
            node.Thaw();
        }
    }

    private static TimeSpan Length(TimeSpan run, Random chance) => run >= ShortestRunWithLong && chance.Next(2) == 0
        ? PushClaims.Lease + TimeSpan.FromSeconds(1 + (chance.NextDouble() * 9))
        : TimeSpan.FromSeconds(5 + (chance.NextDouble() * 15));
}
