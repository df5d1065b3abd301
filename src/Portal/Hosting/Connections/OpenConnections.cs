namespace Portal.Hosting.Connections;

/// <summary>How many connections are open. Thread safe.</summary>
/// <param name="limit">How many may be.</param>
internal sealed class OpenConnections(long limit)
{
    private long _count;

    /// <summary>Counts one more, unless as many as the limit are open.</summary>
    public bool TryAdd()
    {
        if (Interlocked.Increment(ref _count) <= limit)
            return true;
        Remove();
        return false;
    }

    /// <summary>One was closed.</summary>
    public void Remove() => Interlocked.Decrement(ref _count);
}
