namespace Passbook.Generator;

/// <summary>The codes of <see cref="PassProblem.Code"/>: of packages (archive, manifest, signature, certificates) and of passes.</summary>
public static partial class PassProblemCode
{
    /// <summary>A file that every package has is missing. Error.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>Everything is in a folder, instead of at the top of the archive. Error.</summary>
    public const string TopFolder = "top-folder";

    /// <summary>An entry cannot be unpacked, or not as the archive says. Error.</summary>
    public const string EntryDamaged = "entry-damaged";

    /// <summary>A name that could lead out of the folder it is unpacked to. Error; the entry is not read.</summary>
    public const string NameUnsafe = "name-unsafe";

    /// <summary>Two entries with one name, or with names that differ in letter case only. Error; the second is not read.</summary>
    public const string NameDuplicate = "name-duplicate";

    /// <summary>A file where Wallet does not look for any. Warning; it is not among the assets.</summary>
    public const string FileMisplaced = "file-misplaced";

    /// <summary><c>manifest.json</c> is no JSON object of hashes. Error.</summary>
    public const string ManifestInvalid = "manifest-invalid";

    /// <summary>A file is not in the manifest. Error.</summary>
    public const string ManifestLacksFile = "manifest-lacks-file";

    /// <summary>The manifest has a file that is not there. Error.</summary>
    public const string ManifestFileMissing = "manifest-file-missing";

    /// <summary>A file is not the one the manifest was made for. Error.</summary>
    public const string HashDiffers = "hash-differs";

    /// <summary><c>pass.json</c> cannot be read. Error.</summary>
    public const string PassInvalid = "pass-invalid";

    /// <summary><c>signature</c> is no CMS with one signer. Error.</summary>
    public const string SignatureInvalid = "signature-invalid";

    /// <summary>The signature is not over this manifest, or not by this key. Error.</summary>
    public const string SignatureWrong = "signature-wrong";

    /// <summary>The signature does not say when it was made. Error.</summary>
    public const string SigningTimeMissing = "signing-time-missing";

    /// <summary>The signature lacks the signer's certificate. Error.</summary>
    public const string CertificateMissing = "certificate-missing";

    /// <summary>The signature lacks the certificate that issued the signer's. Error.</summary>
    public const string IntermediateMissing = "intermediate-missing";

    /// <summary>The signer's certificate, or its issuer's, is over. Error.</summary>
    public const string CertificateExpired = "certificate-expired";

    /// <summary>The signer's certificate, or its issuer's, has not begun. Error.</summary>
    public const string CertificateNotYetValid = "certificate-not-yet-valid";

    /// <summary>The signer's certificate is not for passes, or contradicts itself. Error.</summary>
    public const string CertificateWrong = "certificate-wrong";

    /// <summary>The intermediate was issued by none of the trusted roots. Error.</summary>
    public const string CertificateUntrusted = "certificate-untrusted";

    /// <summary>The pass is of another pass type than the certificate. Error.</summary>
    public const string PassTypeDiffers = "pass-type-differs";

    /// <summary>The pass is of another team than the certificate. Error.</summary>
    public const string TeamDiffers = "team-differs";
}
