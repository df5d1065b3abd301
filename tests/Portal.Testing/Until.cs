using System.Diagnostics;
using Xunit;

namespace Portal.Testing;

/// <summary>Waiting for what another thread or process does.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until <paramref name="condition"/> holds; fails after a minute and a half, or the time given, with what was waited for.</summary>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var (started, most) = (Stopwatch.GetTimestamp(), patience ?? Patience);
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < most, $"Waited {most.TotalSeconds} s in vain until {what}.");
            await Task.Delay(Poll, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="TrueAsync(string, Func{Task{bool}}, TimeSpan?)"/>
    public static Task TrueAsync(string what, Func<bool> condition) => TrueAsync(what, () => Task.FromResult(condition()));
}
