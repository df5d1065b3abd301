using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Passbook.Generator;
using Portal.Data;

namespace Portal.Designs;

/// <summary>The published documents and the images of designs, ready to be rendered and shared by all their passes.</summary>
/// <remarks>
/// A published version never changes, and images are named by their content: nothing here is ever out of date. Both caches
/// are bounded; concurrent first calls load once.
/// </remarks>
public sealed class DesignLibrary(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private const int LargestDocuments = 500;
    private const long LargestAssetBytes = 128L << 20;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = LargestDocuments });
    private readonly MemoryCache _assets = new(new MemoryCacheOptions { SizeLimit = LargestAssetBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<PassAssets>>> _loading = new(StringComparer.Ordinal);

    /// <summary>The version of a design that its passes follow now; null while the design was never published.</summary>
    public async Task<PublishedDesign?> FindPublishedAsync(long designId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await (from design in db.Designs
                         where design.Id == designId
                         join version in db.DesignVersions
                             on new { DesignId = design.Id, Number = design.PublishedNumber } equals new { version.DesignId, Number = (int?)version.Number }
                         select new { version.Id, version.Number }).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new PublishedDesign(designId, row.Id, row.Number, await LoadDocumentAsync(row.Id, cancellationToken));
    }

    /// <summary>The document of a published version.</summary>
    /// <exception cref="InvalidOperationException">There is no such published version.</exception>
    public async Task<DesignDocument> LoadDocumentAsync(long versionId, CancellationToken cancellationToken)
    {
        if (_documents.TryGetValue(versionId, out DesignDocument? known) && known is not null)
            return known;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await db.DesignVersions.Where(version => version.Id == versionId && version.PublishedAt != null)
            .Select(version => version.Document).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"There is no published design version {versionId}.");
        return _documents.Set(versionId, DesignDocumentJson.Read(json), new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>The images of a document, hashed for the manifest once. An image that is not stored is left out.</summary>
    public async Task<PassAssets> LoadAssetsAsync(DesignDocument document, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', document.Images.Select(image => $"{image.Key}:{image.Value}"));
        if (_assets.TryGetValue(key, out PassAssets? known) && known is not null)
            return known;
        // The load belongs to everybody who waits for it: one of them giving up must not end it.
        var loading = _loading.GetOrAdd(key, _ => new(() => LoadAssetsAsync(key, document)));
        return await loading.Value.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _documents.Dispose();
        _assets.Dispose();
    }

    private async Task<PassAssets> LoadAssetsAsync(string key, DesignDocument document)
    {
        try
        {
            var hashes = document.Images.Values.Distinct(StringComparer.Ordinal).ToList();
            await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
            var contents = await db.Images.Where(image => hashes.Contains(image.Hash))
                .ToDictionaryAsync(image => image.Hash, image => image.Bytes, StringComparer.Ordinal, CancellationToken.None);
            var assets = PassAssets.Create(document.Images.Where(image => contents.ContainsKey(image.Value))
                .Select(image => new PassAsset(image.Key, contents[image.Value])));
            var size = 1_024 + assets.Files.Sum(file => (long)file.Content.Length);
            return _assets.Set(key, assets, new MemoryCacheEntryOptions { Size = size });
        }
        finally
        {
            _loading.TryRemove(key, out _);
        }
    }
}

/// <summary>A version of a design that passes follow.</summary>
public sealed record PublishedDesign(long DesignId, long VersionId, int Number, DesignDocument Document);
