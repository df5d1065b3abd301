using System.Text.Json;

namespace Passbook.Generator;

/// <summary>Compares the files of a package with the hashes of its manifest.</summary>
internal sealed class ManifestCheck(ProblemList problems, PassReadLimits limits)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 2 };

    public void Check(ReadOnlySpan<byte> manifest, Dictionary<string, ZipFile> files)
    {
        if (Read(manifest) is not { } hashes)
            return;
        foreach (var (name, hash) in hashes)
        {
            if (!files.TryGetValue(name, out var file))
                problems.Error(name, PassProblemCode.ManifestFileMissing, $"The manifest has '{name}', which is missing.");
            else if (!IsHash(file.Hash.Span, hash))
                problems.Error(name, PassProblemCode.HashDiffers, $"'{name}' was changed after the pass was made: its hash is not the one of the manifest.");
        }

        foreach (var name in files.Keys)
        {
            if (name is not (PassFile.Manifest or PassFile.Signature) && !hashes.ContainsKey(name))
                problems.Error(name, PassProblemCode.ManifestLacksFile, $"'{name}' is not in the manifest.");
        }
    }

    private Dictionary<string, string>? Read(ReadOnlySpan<byte> manifest)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(manifest, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Invalid("it is no JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString() ?? "";
                if (!reader.Read() || reader.TokenType != JsonTokenType.String)
                    return Invalid($"the hash of '{name}' is no text");
                if (!hashes.TryAdd(name, reader.GetString() ?? ""))
                    return Invalid($"it has '{name}' twice");
                if (hashes.Count > limits.MaxEntries)
                    return Invalid($"it has more than {limits.MaxEntries} files");
            }

            reader.Read();
            return hashes;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return Invalid("it is no JSON");
        }
    }

    private Dictionary<string, string>? Invalid(string why)
    {
        problems.Error(PassFile.Manifest, PassProblemCode.ManifestInvalid, $"The manifest cannot be read: {why}.");
        return null;
    }

    private static bool IsHash(ReadOnlySpan<byte> actual, string hash) =>
        string.Equals(Convert.ToHexString(actual), hash, StringComparison.OrdinalIgnoreCase);
}
