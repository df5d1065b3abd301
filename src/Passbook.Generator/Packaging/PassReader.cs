using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Reads one package: what can be read is given, what is wrong is collected.</summary>
internal sealed class PassReader(PassReadOptions options)
{
    // What these are turned into takes far more memory than they do, and a certificate takes long to check.
    private const int MaxJson = 1024 * 1024;
    private const int MaxSignature = 32 * 1024;
    private const int MaxValues = 20_000;

    private readonly ProblemList _problems = new();

    /// <param name="archive">The archive.</param>
    /// <param name="copying">Whether what is kept must be copied out of it.</param>
    /// <exception cref="PassFormatException">There is no archive, or it is larger than the limits.</exception>
    public OpenedPass Read(ReadOnlyMemory<byte> archive, bool copying)
    {
        var zip = new ZipReader(archive, options.Limits, copying);
        var files = Accept(zip.Read());
        if (zip.Oddity is { } oddity)
            _problems.Warning("", PassProblemCode.ArchiveInconsistent, oddity);
        RequireFiles(files);
        var manifest = Take(files, PassFile.Manifest, MaxJson);
        if (manifest is { } list)
            new ManifestCheck(_problems, options.Limits).Check(list.Span, files);
        var check = new SignatureCheck(_problems, options);
        var signature = manifest is { } signed && Take(files, PassFile.Signature, MaxSignature) is { } cms ? check.Check(signed, cms) : null;
        var pass = Take(files, PassFile.Pass, MaxJson) is { } json && IsModest(json.Span) ? ReadPass(json.Span) : null;
        if (pass is not null && check.Certificate is { } certificate)
            CompareIdentifiers(pass, certificate);
        return new OpenedPass(pass, MakeAssets(files), signature, _problems.All);
    }

    /// <summary>The files that may be looked at, by name.</summary>
    private Dictionary<string, ZipFile> Accept(List<ZipFile> entries)
    {
        var files = new Dictionary<string, ZipFile>(StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in entries)
        {
            var name = file.Name;
            if (file.Damage is { } damage)
                _problems.Error(name, file.Code, $"'{name}' {damage}.");
            if (AssetName.IsUnsafe(name))
                _problems.Error(name, PassProblemCode.NameUnsafe, $"'{name}' is not a path inside a pass.");
            // On Apple's file systems a letter with its accent is the same name as the two after each other.
            else if (!seen.TryAdd(name.Normalize(), name))
                _problems.Error(name, PassProblemCode.NameDuplicate, AssetName.Duplicate(name, seen[name.Normalize()]));
            else if (file.Content is not null)
                files.Add(name, file);
        }

        return files;
    }

    private void RequireFiles(Dictionary<string, ZipFile> files)
    {
        if (!files.ContainsKey(PassFile.Pass) && files.Keys.Any(PassFile.IsPackage))
        {
            _problems.Error("", PassProblemCode.IsBundle, "This is a bundle of several passes, not one pass.");
            return;
        }

        foreach (var name in PassFile.OfEveryPackage)
        {
            if (!files.ContainsKey(name))
                ReportMissing(name, files);
        }
    }

    /// <summary>A file of the package, unless it is missing or far larger than such a file is.</summary>
    private ReadOnlyMemory<byte>? Take(Dictionary<string, ZipFile> files, string name, int limit)
    {
        if (!files.TryGetValue(name, out var file) || file.Content is not { } content)
            return null;
        if (content.Length <= limit)
            return content;
        _problems.Error(name, PassProblemCode.FileTooLarge, $"'{name}' is larger than {limit / 1024} kB, which is far more than a pass needs.");
        return null;
    }

    /// <summary>False for a JSON text of so many values that they would fill the memory.</summary>
    private bool IsModest(ReadOnlySpan<byte> json)
    {
        var isModest = JsonText.CountValues(json) <= MaxValues;
        if (!isModest)
            _problems.Error(PassFile.Pass, PassProblemCode.FileTooLarge, "pass.json has more than 20,000 values, which is far more than a pass needs.");
        return isModest;
    }

    private void ReportMissing(string name, Dictionary<string, ZipFile> files)
    {
        var inFolder = files.Keys.FirstOrDefault(path => path.EndsWith("/" + name, StringComparison.Ordinal));
        if (inFolder is null)
            _problems.Error(name, PassProblemCode.FileMissing, $"'{name}' is missing.");
        else
            _problems.Error(inFolder, PassProblemCode.TopFolder, $"'{name}' is in a folder: the files of a pass stand at the top of the archive.");
    }

    private Pass? ReadPass(ReadOnlySpan<byte> json)
    {
        try
        {
            return PassJson.Deserialize(json);
        }
        catch (JsonException wrong)
        {
            return PassSalvage.Read(json, wrong, _problems);
        }
    }

    private void CompareIdentifiers(Pass pass, PassCertificate certificate)
    {
        if (certificate.UserId is not null && !string.Equals(certificate.UserId, pass.PassTypeIdentifier, StringComparison.Ordinal))
            _problems.Error("$.passTypeIdentifier", PassProblemCode.PassTypeDiffers, $"The pass is of type '{pass.PassTypeIdentifier}', but signed with the certificate of '{certificate.UserId}'.");
        if (certificate.Team is not null && !string.Equals(certificate.Team, pass.TeamIdentifier, StringComparison.Ordinal))
            _problems.Error("$.teamIdentifier", PassProblemCode.TeamDiffers, $"The pass is of team '{pass.TeamIdentifier}', but signed with a certificate of team '{certificate.Team}'.");
    }

    private PassAssets MakeAssets(Dictionary<string, ZipFile> files)
    {
        var assets = new List<PassAsset>(files.Count);
        foreach (var (name, file) in files)
        {
            if (PassFile.OfEveryPackage.Contains(name))
                continue;
            if (AssetName.Problem(name) is null)
                assets.Add(new PassAsset(name, file.Content ?? default));
            else
                _problems.Warning(name, PassProblemCode.FileMisplaced, $"Wallet does not look for '{name}'.");
        }

        return PassAssets.Own(assets);
    }
}
