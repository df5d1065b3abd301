using System.Security.Cryptography.X509Certificates;

namespace Wallet.Simulator.Apns;

/// <summary>Judges the certificate a provider connects with; once for each connection.</summary>
internal sealed class ClientCertificateRules(IReadOnlyCollection<X509Certificate2> trusted, TimeProvider time)
{
    private const string UserId = "0.9.2342.19200300.100.1.1";
    private const string DevelopmentPush = "1.2.840.113635.100.6.3.1";
    private const string ProductionPush = "1.2.840.113635.100.6.3.2";

    public ClientIdentity Judge(X509Certificate2? certificate)
    {
        if (certificate is null || TopicOf(certificate) is not { } topic || !InTime(certificate) || !Trusted(certificate))
            return new ClientIdentity(null, ApnsAnswer.Error(403, ApnsReasons.BadCertificate));
        return Has(certificate, DevelopmentPush) && !Has(certificate, ProductionPush)
            ? new ClientIdentity(topic, ApnsAnswer.Error(403, ApnsReasons.BadCertificateEnvironment))
            : new ClientIdentity(topic, null);
    }

    private static string? TopicOf(X509Certificate2 certificate)
    {
        var names = certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(name => !name.HasMultipleElements && name.GetSingleElementType().Value == UserId);
        return names.FirstOrDefault()?.GetSingleElementValue();
    }

    private static bool Has(X509Certificate2 certificate, string extension)
        => certificate.Extensions.Any(found => found.Oid?.Value == extension);

    private bool InTime(X509Certificate2 certificate)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now >= certificate.NotBefore.ToUniversalTime() && now <= certificate.NotAfter.ToUniversalTime();
    }

    private bool Trusted(X509Certificate2 certificate)
    {
        if (trusted.Count == 0) return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().UtcDateTime;
        foreach (var authority in trusted) (SelfIssued(authority) ? chain.ChainPolicy.CustomTrustStore : chain.ChainPolicy.ExtraStore).Add(authority);
        return chain.Build(certificate);
    }

    private static bool SelfIssued(X509Certificate2 authority)
        => authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData);
}
