using Microsoft.Extensions.Time.Testing;
using Passbook.Generator;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Simulator;

/// <summary>A certificate authority, a web service, and what phones need to talk to it.</summary>
public abstract class PhoneFixture : IAsyncLifetime
{
    private static readonly DevelopmentAuthority SharedAuthority = DevelopmentAuthority.Create(TimeProvider.System);
    private static readonly PassSigner Signer =
        PassSigner.FromPkcs12(SharedAuthority.IssuePassCertificate(TestPasses.Type, TestPasses.Team, "secret"), "secret");

    private FakePortal? _portal;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One for all tests: making its keys is slow.</summary>
    protected static DevelopmentAuthority Authority => SharedAuthority;

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    protected HttpClient Http { get; } = new();

    private protected FakePortal Portal => _portal ?? throw new InvalidOperationException("Not started.");

    public virtual async ValueTask InitializeAsync() => _portal = await FakePortal.StartAsync(Signer);

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected SimulatedPhone NewPhone() => new(Http, new PhoneOptions { Time = Clock, TrustedRoot = Authority.Root }, PhoneState.New("Anna’s iPhone"));

    /// <summary>A phone that holds and has registered the boarding pass of this serial number, as it is at the portal now.</summary>
    protected async Task<SimulatedPhone> PhoneWithPassAsync(string serial = "A-1")
    {
        var phone = NewPhone();
        if (!Portal.Passes.ContainsKey(serial)) Portal.Put(TestPasses.Boarding(serial));
        await phone.AddPassAsync(await Portal.PackageAsync(serial), Cancellation);
        return phone;
    }
}
