using System.Collections.Concurrent;
using Passbook.Generator;
using Portal.Push;

namespace Portal.Tests.Push;

/// <summary>Pass type certificates for the pass types of the test, and none for any other.</summary>
internal sealed class TestCertificates : IPushCertificates
{
    private static readonly Lazy<DevelopmentAuthority> Shared = new(() => DevelopmentAuthority.Create(TimeProvider.System));

    private readonly ConcurrentDictionary<int, PushCertificate> _certificates = new();

    private volatile int _broken;

    public static DevelopmentAuthority Authority => Shared.Value;

    public static PushCertificate Issue(string topic)
    {
        var signer = PassSigner.FromPkcs12(
            Authority.IssuePassCertificate(topic, "TEAM123456", "", algorithm: PassKeyAlgorithm.P256), "", [Authority.Intermediate]);
        return new PushCertificate(signer.Certificate, signer.Intermediate);
    }

    public void Put(int passTypeId, string topic) => _certificates[passTypeId] = Issue(topic);

    /// <summary>Looking for the certificate of this pass type fails from now on.</summary>
    public void Break(int passTypeId) => _broken = passTypeId;

    public ValueTask<PushCertificate?> FindAsync(int passTypeId, CancellationToken cancellationToken) =>
        passTypeId == _broken ? throw new InvalidDataException("Broken on purpose.") : ValueTask.FromResult(_certificates.GetValueOrDefault(passTypeId));
}
