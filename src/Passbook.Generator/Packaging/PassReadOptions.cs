using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>How a package is read.</summary>
public sealed record PassReadOptions
{
    /// <summary>200 entries, 20 MB, the system's clock, any root.</summary>
    public static PassReadOptions Default { get; } = new();

    /// <summary>The most entries an archive may have.</summary>
    public int MaxEntries { get; init; } = 200;

    /// <summary>The most bytes the archive may have, and what is unpacked from it together.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The clock certificates are checked by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The roots one of which must have issued the signature's intermediate; that is not checked when empty.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];
}
