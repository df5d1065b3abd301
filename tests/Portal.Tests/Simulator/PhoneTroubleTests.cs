using Microsoft.AspNetCore.Http;
using Passbook.Generator;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Simulator;

public sealed class PhoneTroubleTests : PhoneFixture
{
    [Fact]
    public async Task A_broken_package_is_reported_and_the_old_pass_kept()
    {
        using var phone = await PhoneWithPassAsync();
        Portal.Put(TestPasses.Boarding(gate: "C3"));
        Portal.Instead = context => Answer(context, "/v1/passes/", Results.Bytes(new byte[100], PassPackage.MediaType));

        phone.ReceivePush(TestPasses.Type);
        await phone.WorkAsync(Cancellation);

        Assert.Equal("B12", phone.State.Passes[0]["gate"]);
        Assert.Contains("Received invalid pass data", Assert.Single(Portal.Logs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_of_a_root_that_the_phone_does_not_trust_is_refused()
    {
        using var other = DevelopmentAuthority.Create(TimeProvider.System);
        using var phone = new SimulatedPhone(Http, new PhoneOptions { TrustedRoot = other.Root }, PhoneState.New("Ben’s iPhone"));
        Portal.Put(TestPasses.Boarding());
        var package = await Portal.PackageAsync("A-1");

        await Assert.ThrowsAsync<InvalidPackageException>(() => phone.AddPassAsync(package, Cancellation));

        Assert.Empty(phone.State.Passes);
    }

    [Fact]
    public async Task A_link_that_gives_a_web_page_is_refused()
    {
        using var phone = NewPhone();
        Portal.Instead = context => Answer(context, "/p/", Results.Text("<html>", "text/html"));

        await Assert.ThrowsAsync<InvalidPackageException>(() => phone.AddPassAsync(new Uri(Portal.Address, "/p/A-1"), Cancellation));
    }

    [Fact]
    public async Task What_could_not_be_done_is_kept_and_done_later()
    {
        Portal.Put(TestPasses.Boarding());
        var package = await Portal.PackageAsync("A-1");
        using var phone = NewPhone();
        Portal.Instead = _ => Task.FromResult<IResult?>(Results.StatusCode(503));

        await Assert.ThrowsAsync<RetryLaterException>(() => phone.AddPassAsync(package, Cancellation));
        Assert.True(phone.HasWork);
        Portal.Instead = _ => Task.FromResult<IResult?>(null);
        await phone.WorkAsync(Cancellation);

        Assert.Equal(RegistrationState.Registered, phone.State.Passes[0].Registration);
        Assert.False(phone.HasWork);
    }

    [Fact]
    public async Task A_push_is_not_lost_when_the_fetch_fails()
    {
        using var phone = await PhoneWithPassAsync();
        Portal.Put(TestPasses.Boarding(gate: "C3"));
        Portal.Instead = context => Answer(context, "/v1/passes/", Results.StatusCode(500));
        phone.ReceivePush(TestPasses.Type);

        await Assert.ThrowsAsync<RetryLaterException>(() => phone.WorkAsync(Cancellation));
        Assert.Empty(phone.State.Tags);
        Portal.Instead = _ => Task.FromResult<IResult?>(null);
        await phone.WorkAsync(Cancellation);

        Assert.Equal("C3", phone.State.Passes[0]["gate"]);
    }

    [Fact]
    public async Task Pushes_during_an_update_lead_to_one_more_round()
    {
        using var phone = await PhoneWithPassAsync();
        var release = new TaskCompletionSource<IResult?>();
        var held = new TaskCompletionSource();
        Portal.Requests.Clear();
        Portal.Instead = context =>
        {
            held.TrySetResult();
            return release.Task;
        };
        phone.ReceivePush(TestPasses.Type);
        var work = phone.WorkAsync(Cancellation);
        await held.Task.WaitAsync(Cancellation);
        for (var push = 0; push < 5; push++) phone.ReceivePush(TestPasses.Type);
        release.SetResult(null);
        await work;

        Assert.Equal(2, Portal.Requests.Count(request => request.Contains("/registrations/", StringComparison.Ordinal)));
    }

    private static Task<IResult?> Answer(HttpContext context, string path, IResult result)
        => Task.FromResult(context.Request.Path.StartsWithSegments(path.TrimEnd('/'), StringComparison.Ordinal) ? result : null);
}
