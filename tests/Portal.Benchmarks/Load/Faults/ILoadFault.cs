namespace Portal.Benchmarks.Load.Faults;

/// <summary>Something that goes wrong during a run, and is over when <see cref="RunAsync"/> returns.</summary>
internal interface ILoadFault
{
    string Name { get; }

    /// <summary>Whether it can happen in this run.</summary>
    bool Suits(LoadOptions options);

    Task RunAsync(LoadWorld world, Random chance, CancellationToken cancellationToken);
}
