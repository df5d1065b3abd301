using System.Diagnostics;

namespace Portal.Benchmarks.Signing;

/// <summary>Keeps some threads busy with one kind of work for a while.</summary>
internal static class Workers
{
    /// <summary>How many turns make a round of a second and a half.</summary>
    public const int Turns = 15;

    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(100);

    /// <summary>How often <paramref name="work"/> was done by one thread on each core; it is given a number of its own each time.</summary>
    public static Task<Sample> RunAsync(Action<long> work, CancellationToken cancellationToken) =>
        RunAsync(Environment.ProcessorCount, work, cancellationToken);

    /// <summary>How often <paramref name="work"/> was done by all threads together; it is given a number of its own each time.</summary>
    public static async Task<Sample> RunAsync(int threads, Action<long> work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var done = 0L;
        var workers = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (Stopwatch.GetElapsedTime(started) < Duration && !cancellationToken.IsCancellationRequested)
                    work(Interlocked.Increment(ref done));
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(workers);
        cancellationToken.ThrowIfCancellationRequested();
        return new Sample(done, Stopwatch.GetElapsedTime(started));
    }
}
