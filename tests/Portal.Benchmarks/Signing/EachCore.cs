using System.Diagnostics;

namespace Portal.Benchmarks.Signing;

/// <summary>Keeps every core busy with one kind of work for a while.</summary>
internal static class EachCore
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(400);

    /// <summary>How often <paramref name="work"/> was done by all cores together; it is given a number of its own each time.</summary>
    public static async Task<Sample> RunAsync(Action<long> work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var done = 0L;
        var cores = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (Stopwatch.GetElapsedTime(started) < Duration && !cancellationToken.IsCancellationRequested)
                    work(Interlocked.Increment(ref done));
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(cores);
        cancellationToken.ThrowIfCancellationRequested();
        return new Sample(done, Stopwatch.GetElapsedTime(started));
    }
}
