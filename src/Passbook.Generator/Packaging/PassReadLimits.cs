namespace Passbook.Generator;

/// <summary>How much is read of an archive that may come from anyone.</summary>
/// <remarks>
/// Whatever is set here, <c>pass.json</c> and <c>manifest.json</c> are read up to 1 MB each, of the former at most 20,000 values, and
/// <c>signature</c> up to 32 kB. That is far above what any pass needs; what is larger is told as
/// <see cref="PassProblemCode.FileTooLarge"/>. With the default, no archive takes more than 64 MB of memory or a second.
/// </remarks>
public sealed record PassReadLimits
{
    /// <summary>For one package: 200 entries, 20 MB.</summary>
    public static PassReadLimits Default { get; } = new();

    /// <summary>For a bundle: 200 entries, 150 MB. Each pass in it is held to the limits of a package besides.</summary>
    public static PassReadLimits Bundle { get; } = new() { MaxBytes = 150 * 1024 * 1024 };

    /// <summary>The most entries an archive may have.</summary>
    public int MaxEntries { get; init; } = 200;

    /// <summary>The most bytes the archive may have, and the most that is unpacked from it, all entries together.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The size for a sentence, such as <c>20 MB</c>.</summary>
    internal string Size => MaxBytes >= 1024 * 1024 ? $"{MaxBytes / (1024 * 1024)} MB" : $"{MaxBytes} bytes";
}
