namespace Passbook.Generator.Tests.Support;

/// <summary>Reads what may be hostile, and holds the reader to its promise: its own exception, a second, 64 MB.</summary>
internal static class Guarded
{
    private const long MaxAllocated = 64 * 1024 * 1024;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);

    /// <summary>What was found; null when the reader refused it.</summary>
    public static OpenedPass? Read(byte[] archive, PassReadOptions? options = null) =>
        Hold(async () => await PassPackage.ReadAsync(new MemoryStream(archive), options ?? PassReadOptions.Default)).Found;

    /// <summary>Why the reader refuses it.</summary>
    public static string Refusal(byte[] archive, PassReadOptions? options = null)
    {
        var (found, refusal) = Hold(async () => await PassPackage.ReadAsync(new MemoryStream(archive), options ?? PassReadOptions.Default));
        Assert.True(found is null, $"It was read: {string.Join(' ', found?.Problems ?? [])}");
        return refusal ?? "";
    }

    /// <summary>What was found in a bundle, up to where the reader refused it.</summary>
    public static List<BundleEntry> ReadBundle(byte[] archive)
    {
        var entries = new List<BundleEntry>();
        Hold(async () =>
        {
            entries.Clear();
            await foreach (var entry in PassBundle.ReadAsync(new MemoryStream(archive)))
                entries.Add(entry);
            return null;
        });
        return entries;
    }

    /// <summary>What was found, as path and code.</summary>
    public static (string Path, string Code)[] Problems(byte[] archive) =>
        [.. Assert.IsType<OpenedPass>(Read(archive)).Problems.Select(problem => (problem.Path, problem.Code))];

    // A memory stream gives its bytes at once, so all of it is done on this thread, and what the thread allocates is what it took.
    private static (OpenedPass? Found, string? Refusal) Hold(Func<Task<OpenedPass?>> read)
    {
        var started = ThreadTime.Now;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Run(read);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        Assert.InRange(ThreadTime.Now - started, TimeSpan.Zero, MaxTime);
        return result;
    }

    private static (OpenedPass? Found, string? Refusal) Run(Func<Task<OpenedPass?>> read)
    {
        try
        {
            var reading = read();
            Assert.True(reading.IsCompleted);
            return (reading.GetAwaiter().GetResult(), null);
        }
        catch (PassFormatException refusal)
        {
            return (null, refusal.Message);
        }
    }
}
