using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>A pass type certificate with its key and the certificate that issued it: signs manifests.</summary>
/// <remarks>
/// Thread-safe, as the keys of .NET are for signing; a key that is handed in must be so itself. The signature is a detached CMS over
/// the manifest with SHA-256 and the signing time, carrying the certificate and its issuer, not the root; no chain is built and
/// nothing is fetched. RSA and elliptic curve keys. Source: Apple, "Building a Pass"; RFC 5652.
/// </remarks>
public sealed class PassSigner : IDisposable
{
    private readonly CmsWriter _writer;
    private readonly AsymmetricAlgorithm _key;
    private readonly bool _ownsKey;
    private readonly TimeProvider _clock;

    private volatile bool _isDisposed;

    private PassSigner(X509Certificate2 certificate, X509Certificate2 intermediate, AsymmetricAlgorithm key, bool ownsKey, TimeProvider clock)
    {
        var facts = PassCertificate.Require(certificate);
        PassTypeIdentifier = facts.UserId ?? "";
        TeamIdentifier = facts.Team ?? "";
        Certificate = certificate;
        Intermediate = intermediate;
        _key = key;
        _ownsKey = ownsKey;
        _clock = clock;
        _writer = new CmsWriter(certificate, intermediate, key);
        NotBefore = new DateTimeOffset(certificate.NotBefore);
        NotAfter = new DateTimeOffset(certificate.NotAfter);
    }

    /// <summary>The pass type this signs for: the UID of the certificate's subject.</summary>
    public string PassTypeIdentifier { get; }

    /// <summary>The team the pass type belongs to: the OU of the certificate's subject.</summary>
    public string TeamIdentifier { get; }

    /// <summary>The first moment the certificate may be used.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>The last moment the certificate may be used.</summary>
    public DateTimeOffset NotAfter { get; }

    /// <summary>
    /// The certificate, which is the TLS client certificate towards Apple's push service too: with its key, unless that is kept
    /// elsewhere. Owned by the signer.
    /// </summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate that issued it. Owned by the signer.</summary>
    public X509Certificate2 Intermediate { get; }

    /// <summary>Opens a .p12 as Keychain Access or openssl exports it.</summary>
    /// <param name="pkcs12">The file.</param>
    /// <param name="password">Its password; null or empty when it has none.</param>
    /// <param name="intermediates">Certificates to look for the issuer in, besides those of the file and Apple's WWDR G4.</param>
    /// <param name="clock">The clock for the signing time and the certificate's validity; the system's when not given.</param>
    /// <exception cref="PassCertificateException">The file or the certificate cannot be used; the message says why.</exception>
    public static PassSigner FromPkcs12(
        ReadOnlySpan<byte> pkcs12, string? password, IEnumerable<X509Certificate2>? intermediates = null, TimeProvider? clock = null)
    {
        var certificates = Pkcs12File.Open(pkcs12, password);
        X509Certificate2? leaf = null;
        X509Certificate2? intermediate = null;
        var done = false;
        try
        {
            leaf = ChooseLeaf(certificates);
            PassCertificate.Require(leaf);
            intermediate = ChooseIntermediate(leaf, certificates.Where(other => !other.HasPrivateKey).Concat(intermediates ?? []));
            var signer = Create(leaf, intermediate, clock);
            done = true;
            return signer;
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                if (!done || !ReferenceEquals(certificate, leaf))
                    certificate.Dispose();
            }

            if (!done)
                intermediate?.Dispose();
        }
    }

    /// <summary>Takes a certificate with its private key.</summary>
    /// <remarks>The signer owns both certificates from now on; when they are refused, they stay the caller's.</remarks>
    /// <param name="leafWithKey">The pass type certificate.</param>
    /// <param name="intermediate">The certificate that issued it.</param>
    /// <param name="clock">The clock for the signing time and the certificate's validity; the system's when not given.</param>
    /// <exception cref="PassCertificateException">The certificate cannot be used; the message says why.</exception>
    public static PassSigner Create(X509Certificate2 leafWithKey, X509Certificate2 intermediate, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(leafWithKey);
        ArgumentNullException.ThrowIfNull(intermediate);
        var key = (AsymmetricAlgorithm?)leafWithKey.GetRSAPrivateKey() ?? leafWithKey.GetECDsaPrivateKey();
        if (key is null)
        {
            throw leafWithKey.HasPrivateKey
                ? new PassCertificateException(PassCertificateProblem.UnsupportedKey, "The certificate's key is neither RSA nor elliptic curve; Wallet knows only those.")
                : new PassCertificateException(PassCertificateProblem.NoPrivateKey, "The certificate comes without its private key: export both together.");
        }

        var done = false;
        try
        {
            if (!Issuance.IsIssuedBy(leafWithKey, intermediate))
                throw IntermediateMissing(leafWithKey);
            var signer = Ready(new PassSigner(leafWithKey, intermediate, key, ownsKey: true, clock ?? TimeProvider.System));
            done = true;
            return signer;
        }
        finally
        {
            if (!done)
                key.Dispose();
        }
    }

    /// <summary>Takes an RSA key that is kept elsewhere, such as in a hardware module or a cloud's vault.</summary>
    /// <remarks>
    /// The key signs once here, to see that it belongs to the certificate, and once for each pass, with SHA-256 and PKCS #1 padding,
    /// on the thread that writes the pass. It must bear being used by as many threads at once as the signer is.
    /// </remarks>
    /// <param name="certificate">The pass type certificate; the signer keeps a copy.</param>
    /// <param name="key">Its private key. It stays the caller's, to be disposed after the signer.</param>
    /// <param name="intermediates">Certificates to look for the issuer in, besides Apple's WWDR G4.</param>
    /// <param name="clock">The clock for the signing time and the certificate's validity; the system's when not given.</param>
    /// <exception cref="PassCertificateException">
    /// The certificate cannot be used, or the key is not its own or does not sign, as a public key does not; the message says why. What
    /// a key of another maker throws that is no <see cref="CryptographicException"/>, such as for want of a connection, comes as it is.
    /// </exception>
    public static PassSigner FromKey(
        X509Certificate2 certificate, RSA key, IEnumerable<X509Certificate2>? intermediates = null, TimeProvider? clock = null) =>
        FromAnyKey(certificate, key, intermediates, clock);

    /// <summary>Takes an elliptic curve key that is kept elsewhere, such as in a hardware module or a cloud's vault.</summary>
    /// <remarks>As with RSA; it signs with ECDSA and SHA-256. Apple issues certificates for RSA keys.</remarks>
    /// <inheritdoc cref="FromKey(X509Certificate2, RSA, IEnumerable{X509Certificate2}, TimeProvider)"/>
    public static PassSigner FromKey(
        X509Certificate2 certificate, ECDsa key, IEnumerable<X509Certificate2>? intermediates = null, TimeProvider? clock = null) =>
        FromAnyKey(certificate, key, intermediates, clock);

    /// <summary>Signs a manifest.</summary>
    /// <param name="manifest">The exact bytes of <c>manifest.json</c>.</param>
    /// <returns>The CMS in DER.</returns>
    /// <exception cref="PassCertificateException">The certificate's time is over, or has not begun.</exception>
    /// <exception cref="ObjectDisposedException">The signer was disposed.</exception>
    public byte[] Sign(ReadOnlySpan<byte> manifest)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var now = _clock.GetUtcNow();
        CheckTime(now);
        return _writer.Write(manifest, now);
    }

    /// <summary>Lets go of the certificates, and of a key that was not handed in.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        if (_ownsKey)
            _key.Dispose();
        Certificate.Dispose();
        Intermediate.Dispose();
    }

    private static PassSigner FromAnyKey(
        X509Certificate2 certificate, AsymmetricAlgorithm key, IEnumerable<X509Certificate2>? intermediates, TimeProvider? clock)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        PassCertificate.Require(certificate);
        var intermediate = ChooseIntermediate(certificate, intermediates ?? []);
        X509Certificate2? leaf = null;
        var done = false;
        try
        {
            leaf = Copy(certificate);
            var signer = Ready(new PassSigner(leaf, intermediate, key, ownsKey: false, clock ?? TimeProvider.System));
            signer.RequireKey();
            done = true;
            return signer;
        }
        finally
        {
            if (!done)
            {
                leaf?.Dispose();
                intermediate.Dispose();
            }
        }
    }

    private void RequireKey()
    {
        try
        {
            if (_writer.IsKeyOf(Certificate))
                return;
        }
        catch (CryptographicException wrong)
        {
            throw new PassCertificateException(PassCertificateProblem.NoPrivateKey,
                $"The key for '{PassTypeIdentifier}' does not sign: hand in the private key, not the public one; if it is kept elsewhere, see that signing with it is allowed.", wrong);
        }

        throw new PassCertificateException(PassCertificateProblem.KeyDiffers, $"The key is not the one of the certificate for '{PassTypeIdentifier}'.");
    }

    private static PassSigner Ready(PassSigner signer)
    {
        signer.CheckTime(signer._clock.GetUtcNow());
        return signer;
    }

    private static X509Certificate2 ChooseLeaf(X509Certificate2Collection certificates)
    {
        var withKey = certificates.Where(certificate => certificate.HasPrivateKey).ToArray();
        return withKey switch
        {
            [var only] => only,
            [] => throw new PassCertificateException(PassCertificateProblem.NoPrivateKey,
                "The file holds no private key: export the certificate together with its key."),
            _ => throw new PassCertificateException(PassCertificateProblem.SeveralKeys,
                $"The file holds {withKey.Length} private keys: export only the certificate for this pass type, with its key."),
        };
    }

    /// <summary>A copy of the certificate that issued the leaf.</summary>
    private static X509Certificate2 ChooseIntermediate(X509Certificate2 leaf, IEnumerable<X509Certificate2> candidates)
    {
        // An authority may have renewed its certificate without changing its key.
        var found = candidates.Where(candidate => Issuance.IsIssuedBy(leaf, candidate)).MaxBy(candidate => candidate.NotAfter);
        if (found is not null)
            return Copy(found);
        var apple = AppleIntermediate.Load();
        if (Issuance.IsIssuedBy(leaf, apple))
            return apple;
        apple.Dispose();
        throw IntermediateMissing(leaf);
    }

    private static X509Certificate2 Copy(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span);

    private static PassCertificateException IntermediateMissing(X509Certificate2 leaf) =>
        new(PassCertificateProblem.IntermediateMissing,
            $"The certificate that issued this one is missing: add '{leaf.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}' to the file.");

    private void CheckTime(DateTimeOffset now)
    {
        if (now > NotAfter)
            throw new PassCertificateException(PassCertificateProblem.Expired, FormattableString.Invariant($"The certificate for '{PassTypeIdentifier}' expired on {NotAfter.UtcDateTime:d MMMM yyyy}: renew it at Apple."));
        if (now < NotBefore)
            throw new PassCertificateException(PassCertificateProblem.NotYetValid, FormattableString.Invariant($"The certificate for '{PassTypeIdentifier}' is valid only from {NotBefore.UtcDateTime:d MMMM yyyy}: is this machine's clock right?"));
        if (now > new DateTimeOffset(Intermediate.NotAfter))
            throw new PassCertificateException(PassCertificateProblem.IntermediateExpired, FormattableString.Invariant($"The certificate that issued the one for '{PassTypeIdentifier}' expired on {Intermediate.NotAfter.ToUniversalTime():d MMMM yyyy}: make a new certificate at Apple."));
    }
}
