using System.Globalization;
using Passbook.Generator;
using Portal.Data.Storage;

namespace Portal.Passes;

/// <summary>One version of a pass as it leaves the portal: what it says, and who signed it.</summary>
/// <param name="PassId">The pass.</param>
/// <param name="Epoch">The epoch of <paramref name="Tag"/>.</param>
/// <param name="Tag">The larger of the tags of pass and design.</param>
/// <param name="CertificateThumbprint">The certificate it is signed with; empty when there is none.</param>
/// <param name="ModifiedAt">The latest of the moments of pass, design and epoch.</param>
public readonly record struct PassVersion(long PassId, string Epoch, long Tag, string CertificateThumbprint, DateTimeOffset ModifiedAt)
{
    private const int ThumbprintLetters = 16;

    /// <summary>The opaque part of its entity tag, in quotes.</summary>
    public string EntityTag => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{Epoch}-{Tag}-{CertificateThumbprint.AsSpan(0, Math.Min(ThumbprintLetters, CertificateThumbprint.Length))}\"");

    /// <summary>The version the database has now.</summary>
    public static PassVersion Of(PassHead head) =>
        new(head.PassId, head.Epoch, head.EffectiveTag, head.CertificateThumbprint ?? "", head.ModifiedAt);
}

/// <summary>A signed package and the version it holds.</summary>
public sealed record SignedPackage(PassVersion Version, PackedPass Content);
