using System.Diagnostics.CodeAnalysis;

namespace Passbook.Generator;

/// <summary>The images and localisations of a pass, prepared once and shared by any number of passes and threads.</summary>
/// <remarks>
/// Immutable. The bytes are copied when it is made, and hashed there (SHA-1 for the manifest, CRC-32 for the archive), so that
/// writing a pass copies them to the output and does nothing else with them.
/// </remarks>
public sealed class PassAssets
{
    private readonly PassAsset[] _files;
    private readonly Dictionary<string, PassAsset> _byName;

    private readonly Lazy<AssetBlock> _block;

    private PassAssets(PassAsset[] files, Lazy<AssetBlock> block)
    {
        _files = files;
        _block = block;
        _byName = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>No files at all; Wallet refuses a pass without an icon.</summary>
    public static PassAssets Empty { get; } = Create([]);

    /// <summary>The files in the order of their names.</summary>
    public IReadOnlyList<PassAsset> Files => _files;

    internal AssetBlock Block => _block.Value;

    /// <summary>Prepares files.</summary>
    /// <param name="files">The files; their order does not matter. Together at most 1 GB.</param>
    /// <exception cref="ArgumentException">
    /// A name is no path of a pass (<c>icon.png</c>, <c>fi.lproj/logo.png</c>), is one the package makes itself, or stands there twice,
    /// be it in other letter case.
    /// </exception>
    public static PassAssets Create(IEnumerable<PassAsset> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var sorted = Sort(files);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in sorted)
        {
            if (AssetName.Problem(file.Name) is { } problem)
                throw new ArgumentException(problem, nameof(files));
            if (!names.Add(file.Name) && names.TryGetValue(file.Name, out var other))
                throw new ArgumentException(AssetName.Duplicate(file.Name, other), nameof(files));
        }

        var block = new AssetBlock(sorted);
        return new PassAssets(block.Files, new Lazy<AssetBlock>(block));
    }

    /// <summary>Loads the files of a folder such as <c>CoffeeCard.pass</c>, or of a .zip or .pkpass.</summary>
    /// <remarks>
    /// <para>The images and the folders of languages (<c>fi.lproj</c>) stand at its top; in a .zip, they may be in one folder together.
    /// What belongs to a template and not to the assets is left out: <c>pass.json</c>, <c>manifest.json</c>, <c>signature</c>, and what
    /// systems add to folders (<c>.DS_Store</c> and other names that begin with a dot, <c>__MACOSX</c>, <c>Thumbs.db</c>).</para>
    /// <para>An image that a language has of its own, in the same density, does not stay at the root, where Wallet would prefer it in
    /// every language: it is taken to the languages that lack it, and a phone in a language without a folder has none of it.</para>
    /// </remarks>
    /// <param name="path">The folder or file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="PassFormatException">
    /// The file is no zip archive, is damaged or larger than <see cref="PassReadLimits.Default"/>, or has a file that does not belong
    /// into a pass; the message names it.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is nothing at this path.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<PassAssets> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = $"'{path}'";
        if (Directory.Exists(path))
            return AssetSource.Collect(await AssetSource.ReadFolderAsync(path, cancellationToken).ConfigureAwait(false), name);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        await using var closing = file.ConfigureAwait(false);
        return AssetSource.Collect(await AssetSource.ReadArchiveAsync(file, name, cancellationToken).ConfigureAwait(false), name);
    }

    /// <summary>Loads the files of a .zip or .pkpass, as <see cref="LoadAsync(string, CancellationToken)"/> does.</summary>
    /// <remarks>Safe for archives from anyone.</remarks>
    /// <param name="archive">Where from; it is read from where it stands, and not closed.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="PassFormatException">As with a path.</exception>
    public static async Task<PassAssets> LoadAsync(Stream archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return AssetSource.Collect(await AssetSource.ReadArchiveAsync(archive, "The archive", cancellationToken).ConfigureAwait(false), "The archive");
    }

    /// <summary>Finds a file.</summary>
    /// <param name="name">Its name, in its own letter case.</param>
    /// <param name="file">The file found.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out PassAsset? file) => _byName.TryGetValue(name, out file);

    /// <summary>Takes files whose names are known to be right and whose bytes nobody else has; they are prepared when first written.</summary>
    internal static PassAssets Own(IEnumerable<PassAsset> files)
    {
        var sorted = Sort(files);
        return new PassAssets(sorted, new Lazy<AssetBlock>(() => new AssetBlock(sorted)));
    }

    private static PassAsset[] Sort(IEnumerable<PassAsset> files) => [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
}
