namespace Passbook.Generator.Tests.Support;

/// <summary>One development authority for the whole run: making keys takes a while.</summary>
internal static class Development
{
    public const string PassType = "pass.example.coffee";
    public const string Team = "TEAM123456";

    private static readonly Lazy<DevelopmentAuthority> LazyAuthority = new(() => DevelopmentAuthority.Create(TimeProvider.System));
    private static readonly Lazy<PassSigner> LazySigner = new(() => NewSigner());

    public static DevelopmentAuthority Authority => LazyAuthority.Value;

    public static PassSigner Signer => LazySigner.Value;

    public static PassSigner NewSigner(PassKeyAlgorithm algorithm = PassKeyAlgorithm.Rsa2048, TimeProvider? clock = null) =>
        PassSigner.FromPkcs12(Authority.IssuePassCertificate(PassType, Team, "secret", algorithm: algorithm), "secret", clock: clock);
}
