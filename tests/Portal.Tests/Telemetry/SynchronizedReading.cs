using System.Collections.ObjectModel;

namespace Portal.Tests.Telemetry;

/// <summary>A collection one side adds to while the other reads what is there so far.</summary>
internal sealed class SynchronizedReading<T> : Collection<T>
{
    private readonly Lock _lock = new();

    public IReadOnlyList<T> Read()
    {
        lock (_lock)
            return [.. Items];
    }

    protected override void InsertItem(int index, T item)
    {
        lock (_lock)
            base.InsertItem(Items.Count, item);
    }
}
