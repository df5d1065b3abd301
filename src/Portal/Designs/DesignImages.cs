using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Designs;
using Portal.Data.Storage;

namespace Portal.Designs;

/// <summary>Takes in and hands out the images of designs.</summary>
public sealed class DesignImages(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer) : IDisposable
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int LargestFile = ReadImage.LargestFile;

    // Each may hold 64 MB of pixels.
    private readonly SemaphoreSlim _decoding = new(2);

    /// <summary>Makes a slot's files from an uploaded picture and stores them.</summary>
    /// <returns>File name to content hash, to be put into a document; or a sentence that says why the picture is refused.</returns>
    public async Task<ImageUpload> AddAsync(ImageSlot slot, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _decoding.WaitAsync(cancellationToken);
        IReadOnlyList<KeyValuePair<string, ImageContent>> files;
        try
        {
            var (picture, problem) = await Task.Run(() => ReadImage.Read(file), cancellationToken);
            if (picture is null)
                return new ImageUpload { Problem = problem };
            using (picture)
                files = await Task.Run(() => SlotImages.Make(slot, picture), cancellationToken);
        }
        finally
        {
            _decoding.Release();
        }

        await writer.WriteAsync((db, token) => StoreAsync(db, files.Select(image => image.Value), token), cancellationToken);
        return new ImageUpload { Files = files.ToDictionary(image => image.Key, image => image.Value.Hash, StringComparer.Ordinal) };
    }

    /// <summary>The bytes of a stored image, a PNG; null when there is none of this hash.</summary>
    public async Task<byte[]?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Images.Where(image => image.Hash == hash).Select(image => image.Bytes).SingleOrDefaultAsync(cancellationToken);
    }

    public void Dispose() => _decoding.Dispose();

    /// <summary>Stores images inside a transaction; those that are there already stay.</summary>
    internal static async Task StoreAsync(PortalDbContext db, IEnumerable<ImageContent> images, CancellationToken cancellationToken)
    {
        foreach (var image in images.DistinctBy(image => image.Hash, StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Images" ("Hash", "Bytes", "Width", "Height") VALUES ({image.Hash}, {image.Bytes}, {image.Width}, {image.Height})
                ON CONFLICT ("Hash") DO NOTHING
                """,
                cancellationToken);
        }
    }
}

/// <summary>What became of an uploaded picture.</summary>
public sealed record ImageUpload
{
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why it was refused, a sentence; null when it was taken.</summary>
    public string? Problem { get; init; }
}
