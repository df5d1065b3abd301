namespace Portal.Benchmarks.Load.Faults;

/// <summary>One fault after the other, by chance from a seed, with time to breathe between.</summary>
internal sealed class FaultPlan(LoadWorld world)
{
    private static readonly IReadOnlyList<ILoadFault> Known =
        [new KilledNode(), new StoppedNode(), new FrozenNode(), new CutPhones(), new CrashedDatabase(), .. ApnsFaults.All];

    public async Task RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        var possible = Known.Where(fault => fault.Suits(world.Options) && world.Options.Faults?.Contains(fault.Name, StringComparer.Ordinal) != false).ToList();
        if (possible.Count == 0)
            return;
        var chance = new Random(world.Options.Seed);
        while (!stopping.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(2 + (chance.NextDouble() * 6)), stopping));
            if (stopping.IsCancellationRequested)
                return;
            var fault = possible[chance.Next(possible.Count)];
            world.Faults.Begin(fault.Name);
            await fault.RunAsync(world, chance, abandon);
            world.Faults.End();
        }
    }
}
