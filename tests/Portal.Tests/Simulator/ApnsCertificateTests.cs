using System.Security.Cryptography.X509Certificates;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Simulator;

public sealed class ApnsCertificateTests : IDisposable
{
    private readonly ProviderCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public Task No_certificate_is_refused() => RefusedAsync(null, "BadCertificate");

    [Fact]
    public Task An_expired_certificate_is_refused() => RefusedAsync(_certificates.Issue(endsInDays: -1), "BadCertificate");

    [Fact]
    public Task A_certificate_without_user_id_is_refused() => RefusedAsync(_certificates.Issue("CN=Somebody"), "BadCertificate");

    [Fact]
    public Task A_development_certificate_is_of_the_wrong_environment()
        => RefusedAsync(_certificates.Issue(extension: ProviderCertificates.DevelopmentPush), "BadCertificateEnvironment");

    [Fact]
    public async Task A_certificate_of_another_root_is_refused()
    {
        using var others = new ProviderCertificates();
        await RefusedAsync(others.Issue(), "BadCertificate");
    }

    [Fact]
    public async Task Without_trusted_roots_any_pass_certificate_will_do()
    {
        await using var apns = await SimulatedApns.StartAsync(cancellation: TestContext.Current.CancellationToken);
        using var provider = new Provider(apns, _certificates.Issue());

        Assert.Equal(200, (await provider.SendAsync(DeviceTokens.New())).Status);
    }

    private async Task RefusedAsync(X509Certificate2? certificate, string reason)
    {
        await using var apns = await SimulatedApns.StartAsync(new() { TrustedAuthorities = [_certificates.Root] }, TestContext.Current.CancellationToken);
        using var provider = new Provider(apns, certificate);

        var answer = await provider.SendAsync(DeviceTokens.New());

        Assert.Equal((403, reason), (answer.Status, answer.Reason));
    }
}
