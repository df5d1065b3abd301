using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Reads one package: what can be read is given, what is wrong is collected.</summary>
internal sealed class PassReader(PassReadOptions options)
{
    private readonly ProblemList _problems = new();

    /// <exception cref="PassFormatException">There is no archive, or it is larger than the limits.</exception>
    public OpenedPass Read(ReadOnlyMemory<byte> archive)
    {
        var files = Accept(new ZipReader(archive, options).Read());
        foreach (var name in (ReadOnlySpan<string>)[PassFile.Pass, PassFile.Manifest, PassFile.Signature])
        {
            if (!files.ContainsKey(name))
                ReportMissing(name, files);
        }

        if (files.TryGetValue(PassFile.Manifest, out var manifest))
            new ManifestCheck(_problems).Check(manifest.Span, files);
        SignatureFacts? signature = null;
        if (manifest.Length > 0 && files.TryGetValue(PassFile.Signature, out var signatureFile))
            signature = new SignatureCheck(_problems, options).Check(manifest, signatureFile);
        var pass = files.TryGetValue(PassFile.Pass, out var json) ? ReadPass(json.Span) : null;
        if (pass is not null && signature is not null)
            CompareIdentifiers(pass, PassCertificate.Read(signature.Certificate));
        return new OpenedPass(pass, MakeAssets(files), signature, _problems.All);
    }

    /// <summary>The files that may be looked at, by name.</summary>
    private Dictionary<string, ReadOnlyMemory<byte>> Accept(List<ZipFile> entries)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, content, damage) in entries)
        {
            if (damage is not null)
                _problems.Error(name, PassProblemCode.EntryDamaged, $"'{name}' {damage}.");
            // Some programs add entries for folders; they hold nothing and Wallet passes over them.
            if (content is null || (name.EndsWith('/') && content.Value.IsEmpty))
                continue;
            if (AssetName.IsUnsafe(name))
                _problems.Error(name, PassProblemCode.NameUnsafe, $"'{name}' is not a path inside a pass.");
            else if (!seen.Add(name))
                _problems.Error(name, PassProblemCode.NameDuplicate, $"There are two files named '{name}'.");
            else
                files.Add(name, content.Value);
        }

        return files;
    }

    private void ReportMissing(string name, Dictionary<string, ReadOnlyMemory<byte>> files)
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
            _problems.Error(wrong.Path is { Length: > 0 } path ? path : PassFile.Pass, PassProblemCode.PassInvalid, $"pass.json cannot be read: {wrong.Message}");
            return null;
        }
    }

    private void CompareIdentifiers(Pass pass, PassCertificate certificate)
    {
        if (certificate.UserId is not null && !string.Equals(certificate.UserId, pass.PassTypeIdentifier, StringComparison.Ordinal))
            _problems.Error("$.passTypeIdentifier", PassProblemCode.PassTypeDiffers, $"The pass is of type '{pass.PassTypeIdentifier}', but signed with the certificate of '{certificate.UserId}'.");
        if (certificate.Team is not null && !string.Equals(certificate.Team, pass.TeamIdentifier, StringComparison.Ordinal))
            _problems.Error("$.teamIdentifier", PassProblemCode.TeamDiffers, $"The pass is of team '{pass.TeamIdentifier}', but signed with a certificate of team '{certificate.Team}'.");
    }

    private PassAssets MakeAssets(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        var assets = new List<PassAsset>(files.Count);
        foreach (var (name, content) in files)
        {
            if (name is PassFile.Pass or PassFile.Manifest or PassFile.Signature)
                continue;
            if (AssetName.Problem(name) is null)
                assets.Add(new PassAsset(name, content));
            else
                _problems.Warning(name, PassProblemCode.FileMisplaced, $"Wallet does not look for '{name}'.");
        }

        return PassAssets.Own(assets);
    }
}
