namespace Portal.Hosting.Connections;

/// <summary>How many connections are open. Thread safe.</summary>
internal sealed class OpenConnections
{
    private long _count;

    /// <summary>Counts one more, unless as many as the limit are open.</summary>
    public bool TryAdd(long limit)
    {
        if (Interlocked.Increment(ref _count) <= limit)
            return true;
        Remove();
        return false;
    }

    /// <summary>One was closed.</summary>
    public void Remove() => Interlocked.Decrement(ref _count);
}
