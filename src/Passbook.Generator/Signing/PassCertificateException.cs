namespace Passbook.Generator;

/// <summary>A certificate that cannot sign passes; <see cref="Exception.Message"/> is a sentence for the person who brought it.</summary>
public sealed class PassCertificateException : Exception
{
    internal PassCertificateException(PassCertificateProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public PassCertificateProblem Problem { get; }
}

/// <summary>What can be wrong with a certificate for passes.</summary>
public enum PassCertificateProblem
{
    /// <summary>The file is no PKCS#12 (.p12, .pfx).</summary>
    NotPkcs12,

    /// <summary>The password does not open the file.</summary>
    WrongPassword,

    /// <summary>The file asks for so much work to be opened that it looks like an attack.</summary>
    TooManyIterations,

    /// <summary>The file is encrypted in a way this machine cannot read, such as the RC2 of old exports.</summary>
    UnsupportedEncryption,

    /// <summary>The file has a certificate, but not its private key; or the key that was handed in does not sign.</summary>
    NoPrivateKey,

    /// <summary>The file has more than one private key.</summary>
    SeveralKeys,

    /// <summary>The private key is neither RSA nor elliptic curve.</summary>
    UnsupportedKey,

    /// <summary>The key that was handed in is not the certificate's.</summary>
    KeyDiffers,

    /// <summary>The certificate is of another kind: it names no pass type.</summary>
    NotAPassCertificate,

    /// <summary>The certificate names one pass type in its subject and another in Apple's extension.</summary>
    IdentifiersDiffer,

    /// <summary>The certificate names no team.</summary>
    NoTeam,

    /// <summary>The certificate's time is over.</summary>
    Expired,

    /// <summary>The certificate's time has not begun.</summary>
    NotYetValid,

    /// <summary>The certificate that issued it is neither in the file, nor given, nor Apple's WWDR G4.</summary>
    IntermediateMissing,

    /// <summary>The time of the certificate that issued it is over, as that of Apple's WWDR G1 is since February 2023.</summary>
    IntermediateExpired,
}
