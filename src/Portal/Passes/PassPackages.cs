using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Portal.Data.Storage;
using Portal.Push;

namespace Portal.Passes;

/// <summary>
/// Hands out signed packages. Each version of a pass is rendered and signed once, however many ask for it at the same time,
/// and kept in memory within a byte limit.
/// </summary>
public sealed class PassPackages(
    PackageRendering rendering, PackageMetrics metrics, DownloadPressure pressure, IOptions<PackageOptions> options, TimeProvider time) : IDisposable
{
    private readonly PackageCache _cache = new(options.Value.CacheMegabytes << 20);
    private readonly ConcurrentDictionary<PassVersion, Lazy<Task<SignedPackage?>>> _underWay = new();

    // Signing is work for the processor: more at a time than there are cores only makes everybody wait longer.
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>The package of a pass as it is now; null when its pass type has no usable certificate.</summary>
    /// <remarks>When the pass changes in this very moment the package may be newer than the head: it names its own version.</remarks>
    public async Task<SignedPackage?> GetAsync(PassHead head, CancellationToken cancellationToken)
    {
        // A certificate that ran out signs nothing more, and what it signed is handed out no more.
        if (!head.CanBeSigned(time.GetUtcNow()))
            return null;
        var version = PassVersion.Of(head);
        if (_cache.Find(version) is { } kept)
        {
            metrics.Answered(fromCache: true);
            return kept;
        }

        metrics.Answered(fromCache: false);
        var asked = time.GetTimestamp();
        // The work belongs to everybody who waits for it: one of them giving up must not end it.
        var work = _underWay.GetOrAdd(version, _ => new(() => RenderAsync(head, version)));
        var package = await work.Value.WaitAsync(cancellationToken);
        pressure.Waited(time.GetElapsedTime(asked));
        return package;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<SignedPackage?> RenderAsync(PassHead head, PassVersion version)
    {
        try
        {
            // Somebody may have finished it just after our look.
            if (_cache.Find(version) is { } kept)
                return kept;
            // Whoever waits for the database takes nobody's turn.
            var package = await SignAsync(head, await rendering.ReadAsync(head, CancellationToken.None));
            if (package is not null)
                _cache.Add(package);
            return package;
        }
        finally
        {
            _underWay.TryRemove(version, out _);
        }
    }

    private async Task<SignedPackage?> SignAsync(PassHead head, PassContent stored)
    {
        await _turns.WaitAsync();
        try
        {
            var began = time.GetTimestamp();
            var package = await Task.Run(() => rendering.RenderAsync(head, stored, CancellationToken.None));
            if (package is not null)
                metrics.Signed(time.GetElapsedTime(began));
            return package;
        }
        finally
        {
            _turns.Release();
        }
    }
}
