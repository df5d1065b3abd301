using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests;

/// <summary>Who forgets an argument is told which, and at once.</summary>
public sealed class NullArgumentTests
{
    private static readonly X509Certificate2 Certificate = Development.Signer.Certificate;

    public static TheoryData<string, Func<object?>> Calls => new()
    {
        { "pass", () => PassJson.Serialize((Pass)null!) },
        { "personalization", () => PassJson.Serialize((PassPersonalization)null!) },
        { "personalization", () => PassAsset.ForPersonalization(null!) },
        { "texts", () => PassAsset.ForLanguage("fi", null!) },
        { "language", () => PassAsset.ForLanguage(null!, []) },
        { "texts", () => PassStrings.Write(null!) },
        { "files", () => PassAssets.Create(null!) },
        { "pass", () => PassValidator.Validate(null!) },
        { "pass", () => RequiresIos.Find(null!) },
        { "leafWithKey", () => PassSigner.Create(null!, Certificate) },
        { "intermediate", () => PassSigner.Create(Certificate, null!) },
        { "certificate", () => PassSigner.FromKey(null!, RSA.Create()) },
        { "key", () => PassSigner.FromKey(Certificate, (RSA)null!) },
        { "key", () => PassSigner.FromKey(Certificate, (ECDsa)null!) },
        { "input", () => PassBundle.ReadAsync(null!, CancellationToken.None) },
        { "options", () => PassBundle.ReadAsync(Stream.Null, null!, CancellationToken.None) },
        { "clock", () => DevelopmentAuthority.Create(null!) },
        { "clock", () => DevelopmentAuthority.FromPkcs12([], null, null!) },
        { "passTypeIdentifier", () => Development.Authority.IssuePassCertificate(null!, "TEAM", null) },
        { "teamIdentifier", () => Development.Authority.IssuePassCertificate("pass.a", null!, null) },
        { "dnsName", () => Development.Authority.IssueServerCertificate(null!, null) },
    };

    public static TheoryData<string, Func<Task>> Waits => new()
    {
        { "path", () => PassAssets.LoadAsync((string)null!, CancellationToken.None) },
        { "archive", () => PassAssets.LoadAsync((Stream)null!, CancellationToken.None) },
        { "output", () => PassPackage.WriteAsync(null!, Samples.Coupon, Samples.Assets, Development.Signer, CancellationToken.None) },
        { "pass", () => PassPackage.WriteAsync(Stream.Null, null!, Samples.Assets, Development.Signer, CancellationToken.None) },
        { "assets", () => PassPackage.WriteAsync(Stream.Null, Samples.Coupon, null!, Development.Signer, CancellationToken.None) },
        { "signer", () => PassPackage.WriteAsync(Stream.Null, Samples.Coupon, Samples.Assets, null!, CancellationToken.None) },
        { "input", () => PassPackage.ReadAsync(null!, CancellationToken.None) },
        { "options", () => PassPackage.ReadAsync(Stream.Null, null!, CancellationToken.None) },
        { "output", () => PassBundle.WriteAsync(null!, Array.Empty<BundledPass>(), CancellationToken.None) },
        { "passes", () => PassBundle.WriteAsync(Stream.Null, (IAsyncEnumerable<BundledPass>)null!, CancellationToken.None) },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public void It_is_named(string argument, Func<object?> call) => Assert.Equal(argument, Assert.Throws<ArgumentNullException>(call).ParamName);

    [Theory]
    [MemberData(nameof(Waits), DisableDiscoveryEnumeration = true)]
    public async Task It_is_named_by_what_is_waited_for(string argument, Func<Task> call) =>
        Assert.Equal(argument, (await Assert.ThrowsAsync<ArgumentNullException>(call)).ParamName);
}
