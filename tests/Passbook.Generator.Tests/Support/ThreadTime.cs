using System.Diagnostics;
using System.Globalization;

namespace Passbook.Generator.Tests.Support;

/// <summary>How long this thread has worked, leaving out what it waited for while others had the processor.</summary>
internal static class ThreadTime
{
    // Linux: nanoseconds on a processor, nanoseconds waited for one, number of turns.
    private const string Kept = "/proc/thread-self/schedstat";

    // Some kernels have the file and keep nothing in it; this process has worked already.
    private static readonly bool IsKept = File.Exists(Kept) && !File.ReadAllText("/proc/self/schedstat").StartsWith("0 ", StringComparison.Ordinal);

    /// <summary>The time since some moment in the past; where the system does not keep it, that of the clock.</summary>
    public static TimeSpan Now => IsKept
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Kept).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);
}
