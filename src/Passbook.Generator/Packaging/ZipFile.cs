namespace Passbook.Generator;

/// <summary>A file found in an archive.</summary>
/// <param name="Name">Its path, as it stands there.</param>
/// <param name="Content">What was unpacked; null when nothing could be.</param>
/// <param name="Damage">What is wrong with the entry, a sentence; null when nothing is.</param>
/// <param name="Code">What to call that.</param>
internal sealed record ZipFile(string Name, ReadOnlyMemory<byte>? Content, string? Damage, string Code = PassProblemCode.EntryDamaged)
{
    /// <summary>The SHA-1 of the content; empty when it was not asked for, or nothing could be unpacked.</summary>
    public ReadOnlyMemory<byte> Hash { get; init; }
}
