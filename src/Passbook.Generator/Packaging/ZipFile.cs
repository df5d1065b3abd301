namespace Passbook.Generator;

/// <summary>A file found in an archive.</summary>
/// <param name="Name">Its path, as it stands there.</param>
/// <param name="Content">What was unpacked; null when nothing could be.</param>
/// <param name="Damage">What is wrong with the entry, a sentence; null when nothing is.</param>
internal sealed record ZipFile(string Name, ReadOnlyMemory<byte>? Content, string? Damage);
