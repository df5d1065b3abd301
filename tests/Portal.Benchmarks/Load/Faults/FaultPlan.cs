using System.Globalization;

namespace Portal.Benchmarks.Load.Faults;

/// <summary>Faults one after the other, by chance from a seed; after some of them comes a time without any.</summary>
internal sealed class FaultPlan(LoadWorld world)
{
    // Few enough that a run of a minute comes to its quiet time.
    private const int BeforeQuiet = 3;

    private static readonly IReadOnlyList<ILoadFault> Known =
        [new KilledNode(), new StoppedNode(), new FrozenNode(), new CutPhones(), new CrashedDatabase(), .. ApnsFaults.All];

    public async Task RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        var possible = Known.Where(fault => fault.Suits(world.Options) && world.Options.Faults?.Contains(fault.Name, StringComparer.Ordinal) != false).ToArray();
        if (possible.Length == 0)
            return;
        var chance = new Random(world.Options.Seed);
        var gone = 0;
        foreach (var fault in Dealt(possible, chance))
        {
            await PauseAsync(gone, chance, stopping);
            if (stopping.IsCancellationRequested)
                return;
            world.Faults.Begin(fault.Name);
            await fault.RunAsync(world, chance, abandon);
            world.Faults.End();
            gone++;
        }
    }

    // Each comes once before any comes again: a short run meets different ones, the death of a process first of all.
    private static IEnumerable<ILoadFault> Dealt(ILoadFault[] faults, Random chance)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            chance.Shuffle(faults);
            foreach (var fault in faults.OrderBy(fault => isFirst && fault is not KilledNode))
                yield return fault;
        }
    }

    // Within the aftermath of one fault everything is excused: without pauses that outlast it nothing would ever be held
    // against the portal, and no lag would be one without a fault.
    private async Task PauseAsync(int gone, Random chance, CancellationToken stopping)
    {
        var pause = TimeSpan.FromSeconds(1 + (chance.NextDouble() * 4));
        if (gone > 0 && gone % BeforeQuiet == 0)
        {
            pause = FaultClock.Aftermath + TimeSpan.FromSeconds(8 + (chance.NextDouble() * 4));
            world.Faults.Say(string.Create(CultureInfo.InvariantCulture, $"nothing for {pause.TotalSeconds:0} s"));
        }

        await Task.WhenAny(Task.Delay(pause, stopping));
    }
}
