using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Makes the certificates of <see cref="DevelopmentAuthority"/>.</summary>
internal static class DevelopmentCertificates
{
    private const string Organization = "Development only, not Apple";

    public static X509Certificate2 MakeRoot(DateTimeOffset start, DateTimeOffset end)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(AuthorityName("Development Root CA", "Development Certification Authority"), key,
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddAuthority(request, pathLength: null);
        return Exportable(request.CreateSelfSigned(start, end));
    }

    public static X509Certificate2 MakeIntermediate(X509Certificate2 root, DateTimeOffset start, DateTimeOffset end)
    {
        using var key = RSA.Create(2048);
        var name = AuthorityName("Development Worldwide Developer Relations Certification Authority", "D1");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddAuthority(request, pathLength: 0);
        request.CertificateExtensions.Add(AuthorityKey(root));
        using var certificate = request.Create(root, start, end, NewSerial());
        using var withKey = certificate.CopyWithPrivateKey(key);
        return Exportable(withKey);
    }

    public static X509Certificate2 MakeLeaf(
        X509Certificate2 issuer, string passType, string team, DateTimeOffset start, DateTimeOffset end, PassKeyAlgorithm algorithm)
    {
        var name = new X500DistinguishedNameBuilder();
        name.Add(Oids.UserId, passType, UniversalTagNumber.UTF8String);
        name.AddCommonName($"Pass Type ID: {passType}");
        name.AddOrganizationalUnitName(team);
        name.AddOrganizationName(Organization);
        return Issue(issuer, name.Build(), start, end, algorithm, request =>
        {
            // The first is what TLS towards a push service asks for, the second is Apple's own for passes.
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Oids.ClientAuthentication), new Oid(Oids.PassTypeUsage)], critical: false));
            request.CertificateExtensions.Add(new X509Extension(Oids.PassTypeIdentifier, DerText(passType), critical: false));
            request.CertificateExtensions.Add(new X509Extension(Oids.PassTypeMarker, [5, 0], critical: false));
        });
    }

    public static X509Certificate2 MakeServer(X509Certificate2 issuer, string dnsName, DateTimeOffset start, DateTimeOffset end)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(dnsName);
        name.AddOrganizationName(Organization);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        if (!string.Equals(dnsName, "localhost", StringComparison.OrdinalIgnoreCase))
            names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        return Issue(issuer, name.Build(), start, end, PassKeyAlgorithm.Rsa2048, request =>
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
            request.CertificateExtensions.Add(names.Build());
        });
    }

    private static X509Certificate2 Issue(
        X509Certificate2 issuer, X500DistinguishedName name, DateTimeOffset start, DateTimeOffset end, PassKeyAlgorithm algorithm, Action<CertificateRequest> add)
    {
        using AsymmetricAlgorithm key = algorithm == PassKeyAlgorithm.P256 ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        var request = key is ECDsa curve
            ? new CertificateRequest(name, curve, HashAlgorithmName.SHA256)
            : new CertificateRequest(name, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(AuthorityKey(issuer));
        add(request);
        using var issuerKey = issuer.GetRSAPrivateKey() ?? throw new InvalidOperationException("The issuing certificate has lost its key.");
        var signature = X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(issuer.SubjectName, signature, start, end, NewSerial());
        return key is ECDsa ecdsa ? certificate.CopyWithPrivateKey(ecdsa) : certificate.CopyWithPrivateKey((RSA)key);
    }

    private static void AddAuthority(CertificateRequest request, int? pathLength)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, pathLength is not null, pathLength ?? 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
    }

    private static X500DistinguishedName AuthorityName(string commonName, string unit)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        name.AddOrganizationalUnitName(unit);
        name.AddOrganizationName(Organization);
        return name.Build();
    }

    private static X509AuthorityKeyIdentifierExtension AuthorityKey(X509Certificate2 issuer) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);

    private static byte[] DerText(string text)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
        return writer.Encode();
    }

    // Positive and not zero, as RFC 5280, 4.1.2.2 wants serial numbers.
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x3F | 0x40);
        return serial;
    }

    /// <summary>The same certificate with a key that can be exported on every system.</summary>
    private static X509Certificate2 Exportable(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(
        certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, ""), "", X509KeyStorageFlags.Exportable);
}
