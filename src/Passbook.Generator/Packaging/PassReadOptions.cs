using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>How packages and bundles are read.</summary>
public sealed record PassReadOptions
{
    /// <summary>The default limits, the system's clock, any root.</summary>
    public static PassReadOptions Default { get; } = new();

    /// <summary>The limits of a package, be it alone or in a bundle.</summary>
    public PassReadLimits Limits { get; init; } = PassReadLimits.Default;

    /// <summary>The limits of a bundle as a whole.</summary>
    public PassReadLimits BundleLimits { get; init; } = PassReadLimits.Bundle;

    /// <summary>The clock certificates are checked by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The roots one of which must have issued the signature's intermediate. When empty, that is not checked, and anybody may have
    /// made the signature: it then proves only that nothing was changed since.
    /// </summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];
}
