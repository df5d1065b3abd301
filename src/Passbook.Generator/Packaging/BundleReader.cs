using System.Runtime.CompilerServices;

namespace Passbook.Generator;

/// <summary>Reads the packages of a bundle one by one from where they stand in a file.</summary>
internal sealed class BundleReader(Stream input, PassReadOptions options)
{
    private readonly ZipUnpacker _unpacker = new(options.BundleLimits, copying: false, hashing: false);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private string? _oddity;
    private int _passes;

    /// <exception cref="PassFormatException">There is no archive, or it is larger than the limits.</exception>
    public async IAsyncEnumerable<BundleEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await ArchiveFile.OpenAsync(input, options.BundleLimits, cancellationToken).ConfigureAwait(false);
        await using var closing = file.ConfigureAwait(false);
        var directory = await file.ReadDirectoryAsync(cancellationToken).ConfigureAwait(false);
        _oddity = directory.Oddity;
        if (IsSinglePass(directory.Records))
        {
            yield return new BundleEntry("", TellSinglePass());
            yield break;
        }

        foreach (var record in directory.Records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!record.IsFolder)
                yield return new BundleEntry(record.Name, await OpenAsync(file, record, directory.Start, cancellationToken).ConfigureAwait(false));
        }
    }

    private static bool IsSinglePass(ZipRecord[] records) =>
        Array.Exists(records, record => record.Name == PassFile.Pass)
        && Array.Exists(records, record => record.Name == PassFile.Manifest)
        && !Array.Exists(records, record => PassFile.IsPackage(record.Name));

    private OpenedPass TellSinglePass()
    {
        var problems = new ProblemList();
        TellOddity(problems);
        problems.Error("", PassProblemCode.IsSinglePass, "This is one pass, not a bundle of several: open it as a single pass, with PassPackage.");
        return Nothing(problems);
    }

    private async ValueTask<OpenedPass> OpenAsync(ArchiveFile file, ZipRecord record, long directory, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        TellOddity(problems);
        if (!IsPass(record, problems))
            return Nothing(problems);
        if (record.Size > options.Limits.MaxBytes || record.PackedSize > options.Limits.MaxBytes)
            return Nothing(problems, $"'{record.Name}' is larger than {options.Limits.Size}, which is the most that is read of a package.");
        var damage = ZipLocal.Damage(record, directory);
        if (damage is not null)
            return Nothing(problems, $"'{record.Name}' {damage}.");
        var header = await file.ReadHeaderAsync(record.Offset, cancellationToken).ConfigureAwait(false);
        damage = ZipLocal.Damage(record, header.Span, directory);
        if (damage is not null)
            return Nothing(problems, $"'{record.Name}' {damage}.");
        var packed = await file.ReadAsync(record.Offset + header.Length, (int)record.PackedSize, cancellationToken).ConfigureAwait(false);
        return Open(_unpacker.Unpack(record, packed), problems);
    }

    // A bundle has no place of its own for what is wrong with the archive: its first entry tells it.
    private void TellOddity(ProblemList problems)
    {
        if (_oddity is { } oddity)
            problems.Warning("", PassProblemCode.ArchiveInconsistent, oddity);
        _oddity = null;
    }

    /// <summary>Looks at the name of an entry; true when it should be a package.</summary>
    private bool IsPass(ZipRecord record, ProblemList problems)
    {
        var name = record.Name;
        if (record.IsSpecial)
            problems.Error(name, PassProblemCode.EntryNotAFile, $"'{name}' is a link or a device, not a file.");
        else if (AssetName.IsUnsafe(name))
            problems.Error(name, PassProblemCode.NameUnsafe, $"'{name}' is not a path inside a bundle.");
        else if (!_names.TryAdd(name.Normalize(), name))
            problems.Error(name, PassProblemCode.NameDuplicate, AssetName.Duplicate(name, _names[name.Normalize()]));
        else if (PassFile.IsOfSystem(name) || !PassFile.IsPackage(name))
            problems.Warning(name, PassProblemCode.FileMisplaced, $"Wallet does not look for '{name}'.");
        else
            return IsAtTop(name, problems);
        return false;
    }

    private bool IsAtTop(string name, ProblemList problems)
    {
        if (name.Contains('/', StringComparison.Ordinal))
            problems.Error(name, PassProblemCode.TopFolder, $"'{name}' is in a folder: the passes of a bundle stand at the top of the archive.");
        if (++_passes > PassBundle.MaxPasses)
            problems.Warning(name, PassProblemCode.BundleTooMany, $"'{name}' is pass {_passes} of the bundle; Wallet takes at most {PassBundle.MaxPasses}.");
        return true;
    }

    private OpenedPass Open(ZipFile file, ProblemList problems)
    {
        if (file.Damage is { } damage)
            problems.Error(file.Name, file.Code, $"'{file.Name}' {damage}.");
        if (file.Content is not { } package)
            return Nothing(problems);
        try
        {
            var opened = new PassReader(options).Read(package, copying: false);
            return opened with { Problems = [.. problems.All, .. opened.Problems] };
        }
        catch (PassFormatException wrong)
        {
            return Nothing(problems, $"'{file.Name}' cannot be opened: {wrong.Message}");
        }
    }

    private static OpenedPass Nothing(ProblemList problems, string? why = null)
    {
        if (why is not null)
            problems.Error("", PassProblemCode.BundleEntryInvalid, why);
        return new OpenedPass(null, PassAssets.Empty, null, problems.All);
    }
}
