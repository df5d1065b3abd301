namespace Portal.Passes;

/// <summary>Signed packages by version, the most recently used within a number of bytes, images not counted: passes of a design share them.</summary>
public sealed class PackageCache(long byteLimit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PassVersion, LinkedListNode<SignedPackage>> _packages = [];
    private readonly LinkedList<SignedPackage> _byUse = new();
    private long _bytes;

    /// <summary>The package of this version, or null.</summary>
    public SignedPackage? Find(PassVersion version)
    {
        lock (_lock)
        {
            if (!_packages.TryGetValue(version, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a package, at the cost of those that were not used for longest. One larger than the limit is not kept.</summary>
    public void Add(SignedPackage package)
    {
        lock (_lock)
        {
            if (package.Content.Own.Length > byteLimit || !_packages.TryAdd(package.Version, new(package)))
                return;
            _byUse.AddFirst(_packages[package.Version]);
            _bytes += package.Content.Own.Length;
            while (_bytes > byteLimit && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _packages.Remove(oldest.Value.Version);
                _bytes -= oldest.Value.Content.Own.Length;
            }
        }
    }
}
