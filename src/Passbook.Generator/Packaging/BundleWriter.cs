using System.Text;

namespace Passbook.Generator;

/// <summary>Writes packages into an archive one by one. What it keeps of each is its record in the directory.</summary>
internal sealed class BundleWriter(Stream output)
{
    // "10.pkpass"
    private const int MaxName = 9;

    private readonly byte[] _directory = new byte[(PassBundle.MaxPasses * (ZipRecords.CentralSize + MaxName)) + ZipRecords.EndSize];

    private int _directorySize;
    private int _position;

    public int Count { get; private set; }

    /// <exception cref="PassBundleLimitException">It would be more than Wallet takes; nothing was written of this one.</exception>
    public async ValueTask AddAsync(SealedPackage package, CancellationToken cancellationToken)
    {
        if (Count == PassBundle.MaxPasses)
            throw new PassBundleLimitException($"Wallet takes at most {PassBundle.MaxPasses} passes from one bundle: write several bundles.");
        var name = Encoding.ASCII.GetBytes($"{Count + 1}.pkpass");
        var end = (long)_position + ZipRecords.LocalSize + name.Length + package.Length;
        if (end + _directory.Length > PassBundle.MaxBytes)
            throw new PassBundleLimitException($"Wallet takes at most {PassBundle.MaxBytes / 1_000_000} MB as one bundle, and the first {Count + 1} passes are larger together: write several bundles, or smaller images.");
        await output.WriteAsync(Enter(name, package), cancellationToken).ConfigureAwait(false);
        await package.WriteAsync(output, cancellationToken).ConfigureAwait(false);
        _position = (int)end;
        Count++;
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        ZipRecords.WriteEnd(_directory.AsSpan(_directorySize), Count, _directorySize, _position);
        return output.WriteAsync(_directory.AsMemory(0, _directorySize + ZipRecords.EndSize), cancellationToken);
    }

    /// <summary>Adds an entry to the directory and returns its local header.</summary>
    private byte[] Enter(byte[] name, SealedPackage package)
    {
        var entry = new ZipEntry(name, package.Length, package.Crc);
        var rest = ZipRecords.WriteCentral(_directory.AsSpan(_directorySize), entry, _position);
        _directorySize = _directory.Length - rest.Length;
        var header = new byte[ZipRecords.LocalSize + name.Length];
        ZipRecords.WriteLocal(header, entry);
        return header;
    }
}
