namespace Portal.Benchmarks.Load.Faults;

/// <summary>Every connection of phones and staff is cut in the midst of what it does.</summary>
internal sealed class CutPhones : ILoadFault
{
    public string Name => "cut-phones";

    public bool Suits(LoadOptions options) => true;

    public Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        world.Wire.Cut();
        return Task.CompletedTask;
    }
}

/// <summary>PostgreSQL crashes and comes back.</summary>
internal sealed class CrashedDatabase : ILoadFault
{
    public string Name => "database";

    public bool Suits(LoadOptions options) => options.Provider is Data.Storage.DatabaseProvider.PostgreSql;

    public async Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken)
    {
        var server = world.Ground.Server ?? throw new InvalidOperationException("There is no server to crash.");
        await server.CrashAsync(cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * 3), cancellationToken);
        await server.StartAgainAsync(cancellationToken);
    }
}
