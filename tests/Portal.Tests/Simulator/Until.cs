using System.Diagnostics;

namespace Portal.Tests.Simulator;

internal static class Until
{
    /// <summary>Waits for a condition of another thread; fails after ten seconds.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "The condition did not come true within a minute.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
        }
    }
}
