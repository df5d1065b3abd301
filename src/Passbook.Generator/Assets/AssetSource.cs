namespace Passbook.Generator;

/// <summary>Reads the files of a folder or an archive, and makes assets of those that are.</summary>
internal static class AssetSource
{
    // Deep enough to find what is too deep.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.None };

    public static async Task<List<PassAsset>> ReadFolderAsync(string path, CancellationToken cancellationToken)
    {
        var files = new List<PassAsset>();
        foreach (var file in Directory.EnumerateFiles(path, "*", Everything))
        {
            var name = Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!PassFile.IsOfSystem(name))
                files.Add(new PassAsset(name, await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false)));
        }

        return files;
    }

    /// <param name="archive">The archive.</param>
    /// <param name="where">What to call it in a sentence.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PassFormatException">It is no archive, or damaged.</exception>
    public static async Task<List<PassAsset>> ReadArchiveAsync(Stream archive, string where, CancellationToken cancellationToken)
    {
        try
        {
            using var bytes = await ArchiveBytes.ReadAsync(archive, PassReadLimits.Default, cancellationToken).ConfigureAwait(false);
            var files = new List<PassAsset>();
            foreach (var (name, content, damage, _) in new ZipReader(bytes.Content, PassReadLimits.Default, bytes.IsRented).Read())
            {
                if (AssetName.IsUnsafe(name))
                    throw new PassFormatException($"'{name}' is not a path inside a pass.");
                if (PassFile.IsOfSystem(name))
                    continue;
                if (damage is not null || content is null)
                    throw new PassFormatException($"'{name}' {damage}.");
                files.Add(new PassAsset(name, content.Value));
            }

            return TakeOutOfFolder(files);
        }
        catch (PassFormatException wrong)
        {
            throw new PassFormatException($"{where} cannot be loaded: {wrong.Message}", wrong);
        }
    }

    /// <param name="files">The files.</param>
    /// <param name="where">What to call their folder or archive in a sentence.</param>
    /// <exception cref="PassFormatException">A file does not belong into a pass.</exception>
    public static PassAssets Collect(List<PassAsset> files, string where)
    {
        var assets = files.Where(file => !PassFile.OfEveryPackage.Contains(file.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in assets)
        {
            if (AssetName.Problem(file.Name) is { } problem)
                throw new PassFormatException($"{where} cannot be loaded: {problem}");
            if (!names.Add(file.Name) && names.TryGetValue(file.Name, out var other))
                throw new PassFormatException($"{where} cannot be loaded: {AssetName.Duplicate(file.Name, other)}");
        }

        return PassAssets.Create(LocalizedImages.LeaveRoot(assets));
    }

    // To compress a folder puts the folder itself into the archive.
    private static List<PassAsset> TakeOutOfFolder(List<PassAsset> files)
    {
        var first = files.Count == 0 ? "" : files[0].Name;
        var folder = first[..(first.IndexOf('/', StringComparison.Ordinal) + 1)];
        return folder.Length == 0 || AssetName.IsLanguage(folder[..^1]) || !files.TrueForAll(file => file.Name.StartsWith(folder, StringComparison.Ordinal))
            ? files
            : files.ConvertAll(file => file with { Name = file.Name[folder.Length..] });
    }
}
