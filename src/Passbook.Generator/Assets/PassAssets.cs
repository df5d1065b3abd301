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

    private PassAssets(PassAsset[] files)
    {
        var block = new AssetBlock(files);
        Block = block;
        _files = block.Files;
        _byName = _files.ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>No files at all; Wallet refuses a pass without an icon.</summary>
    public static PassAssets Empty { get; } = new([]);

    /// <summary>The files in the order of their names.</summary>
    public IReadOnlyList<PassAsset> Files => _files;

    internal AssetBlock Block { get; }

    /// <summary>Prepares files.</summary>
    /// <param name="files">The files; their order does not matter. Together at most 1 GB.</param>
    /// <exception cref="ArgumentException">
    /// A name is no path of a pass (<c>icon.png</c>, <c>fi.lproj/logo.png</c>), is one the package makes itself, or stands there twice,
    /// be it in other letter case.
    /// </exception>
    public static PassAssets Create(IEnumerable<PassAsset> files)
    {
        var sorted = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToArray();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in sorted)
        {
            if (AssetName.Problem(file.Name) is { } problem)
                throw new ArgumentException(problem, nameof(files));
            if (!names.Add(file.Name))
                throw new ArgumentException($"There are two files named '{file.Name}'.", nameof(files));
        }

        return new PassAssets(sorted);
    }

    /// <summary>Finds a file.</summary>
    /// <param name="name">Its name, in its own letter case.</param>
    /// <param name="file">The file found.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out PassAsset? file) => _byName.TryGetValue(name, out file);
}
