namespace Portal.Benchmarks.Load;

/// <summary>People at work: some change passes, each their own; one publishes.</summary>
internal sealed class Staff(LoadWorld world)
{
    private const int People = 8;
    private static readonly TimeSpan BetweenPublications = TimeSpan.FromSeconds(20);

    /// <summary>Works until told to stop; what was begun is brought to its end.</summary>
    public Task RunAsync(CancellationToken stopping, CancellationToken abandon) => Task.WhenAll(
        Enumerable.Range(0, People).Select(person => SaveAsync(person, stopping, abandon)).Append(PublishAsync(stopping, abandon)));

    private async Task SaveAsync(int person, CancellationToken stopping, CancellationToken abandon)
    {
        var chance = new Random(world.Options.Seed + person);
        List<LoadPass> own = [.. world.Passes.Where((_, number) => number % People == person)];
        var pace = TimeSpan.FromSeconds(People / world.Options.SavesPerSecond);
        for (var points = 1; !stopping.IsCancellationRequested; points++)
        {
            await world.Orders.SaveAsync(own[chance.Next(own.Count)], points, abandon);
            await PauseAsync(pace * (2 * chance.NextDouble()), stopping);
        }
    }

    private async Task PublishAsync(CancellationToken stopping, CancellationToken abandon)
    {
        for (var edition = 1; ; edition++)
        {
            await PauseAsync(BetweenPublications, stopping);
            if (stopping.IsCancellationRequested)
                return;
            await world.Orders.PublishAsync(world.Design, edition, abandon);
        }
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stopping) => await Task.WhenAny(Task.Delay(pause, stopping));
}
