using System.Security.Cryptography.X509Certificates;

namespace Portal.Push;

/// <summary>A pass type's signing certificate as the TLS client certificate of its pushes.</summary>
public sealed record PushCertificate(X509Certificate2 Leaf, X509Certificate2 Intermediate);

/// <summary>Finds the certificate that pushes for a pass type.</summary>
public interface IPushCertificates
{
    /// <summary>The certificate in use now; null when there is none. It stays the finder's: the caller copies what it keeps.</summary>
    ValueTask<PushCertificate?> FindAsync(int passTypeId, CancellationToken cancellationToken);
}
