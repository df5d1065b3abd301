using Passbook.Generator;
using Portal.Passes;

namespace Portal.Tests.Wallet;

/// <summary>Signs every pass type with one certificate of a development authority.</summary>
internal sealed class SignerOfAuthority(PassSigner signer) : IPassSigners
{
    private int _asked;

    /// <summary>How often a signer was asked for.</summary>
    public int Asked => _asked;

    public static SignerOfAuthority Create(string passTypeIdentifier, string teamIdentifier)
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        var certificate = authority.IssuePassCertificate(passTypeIdentifier, teamIdentifier, "password");
        return new(PassSigner.FromPkcs12(certificate, "password", [authority.Intermediate]));
    }

    public PassSigner Signer => signer;

    public Task<PassSigner?> FindSignerAsync(int passTypeId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult<PassSigner?>(signer);
    }
}
