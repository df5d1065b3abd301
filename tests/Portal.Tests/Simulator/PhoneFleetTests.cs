using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Portal.Testing;
using Wallet.Simulator.Apns;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Simulator;

public sealed class PhoneFleetTests : PhoneFixture
{
    [Fact]
    public async Task A_push_over_the_wire_changes_what_the_phone_shows()
    {
        await using var apns = await SimulatedApns.StartAsync(new() { TrustedAuthorities = [Authority.Root, Authority.Intermediate] }, Cancellation);
        await using var fleet = NewFleet();
        fleet.Connect(apns);
        apns.Tokens.KnownOnly = true;
        var phone = await AddWithPassAsync(fleet);
        using var certificate = X509CertificateLoader.LoadPkcs12(
            Authority.IssuePassCertificate(TestPasses.Type, TestPasses.Team, "secret"), "secret");
        using var provider = new Provider(apns, certificate);
        Portal.Put(TestPasses.Boarding(gate: "C3"));

        var answer = await provider.SendAsync(phone.State.PushToken);
        await fleet.WhenQuietAsync(Cancellation);

        Assert.Equal((200, null), (answer.Status, answer.Reason));
        Assert.Equal("C3", phone.State.Passes[0]["gate"]);
        Assert.Equal("BadDeviceToken", (await provider.SendAsync(DeviceTokens.New())).Reason);
    }

    [Fact]
    public async Task A_phone_takes_its_time_and_many_pushes_are_one_visit()
    {
        await using var fleet = NewFleet(new PhoneOptions { Time = Clock, ShortestLatency = TimeSpan.FromSeconds(1), LongestLatency = TimeSpan.FromSeconds(2) });
        var phone = await AddWithPassAsync(fleet);
        Portal.Requests.Clear();

        for (var push = 0; push < 10; push++) Push(fleet, phone);
        Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.Empty(Portal.Requests);
        Clock.Advance(TimeSpan.FromMilliseconds(1200));
        await fleet.WhenQuietAsync(Cancellation);

        Assert.Single(Portal.Requests, request => request.Contains("/registrations/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fleet_survives_a_portal_that_is_away()
    {
        await using var fleet = NewFleet(new PhoneOptions { Time = Clock });
        var phone = await AddWithPassAsync(fleet);
        Portal.Put(TestPasses.Boarding(gate: "C3"));
        var delays = 0;
        fleet.Happened = (_, what) => delays += what.Kind == PhoneEventKind.Delayed ? 1 : 0;
        Portal.Instead = context =>
        {
            context.Abort();
            return Task.FromResult<IResult?>(Results.Empty);
        };

        Push(fleet, phone);
        await Until.TrueAsync(() => Passed(TimeSpan.FromSeconds(1)) && Volatile.Read(ref delays) >= 3);
        Portal.Instead = _ => Task.FromResult<IResult?>(null);
        await Until.TrueAsync(() => Passed(TimeSpan.FromSeconds(10)) && fleet.Busy == 0);

        Assert.Equal("C3", phone.State.Passes[0]["gate"]);
    }

    [Fact]
    public async Task Phones_come_back_from_their_folder_and_finish_what_they_began()
    {
        using var folder = TemporaryFolder.Create();
        PhoneState before;
        await using (var fleet = NewFleet(new PhoneOptions { Time = Clock, ShortestLatency = TimeSpan.FromHours(1), LongestLatency = TimeSpan.FromHours(1) }))
        {
            Assert.Equal(0, await fleet.LoadAsync(folder.Path, "epoch-1", Cancellation));
            var phone = await AddWithPassAsync(fleet);
            Push(fleet, phone);
            before = phone.State;
        }

        Portal.Put(TestPasses.Boarding(gate: "C3"));
        await using var after = NewFleet();
        Assert.Equal(1, await after.LoadAsync(folder.Path, "epoch-1", Cancellation));
        await after.WhenQuietAsync(Cancellation);

        var same = Assert.Single(after.Phones).State;
        Assert.Equal((before.PushToken, before.DeviceLibraryIdentifier, before.Name), (same.PushToken, same.DeviceLibraryIdentifier, same.Name));
        Assert.Equal("Gate changed to C3.", Assert.Single(same.Notifications).Text);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "phones.json")));
    }

    [Fact]
    public void A_phone_that_was_cut_off_in_the_middle_of_an_update_has_it_still_to_do()
    {
        var cutOff = PhoneState.New("Ada") with { Pushed = ["pass.a"], Asking = ["pass.b"] };

        var awake = cutOff.Awake();

        Assert.True(awake.Pushed.SetEquals(["pass.a", "pass.b"]));
        Assert.Empty(awake.Asking);
    }

    [Theory]
    [InlineData("epoch-2", null)]
    [InlineData("epoch-1", "{ broken")]
    [InlineData("epoch-1", "null")]
    [InlineData("epoch-1", """{"workspace":"epoch-1"}""")]
    [InlineData("epoch-1", """{"workspace":"epoch-1","phones":[{"name":"Ben"}]}""")]
    public async Task Phones_of_another_workspace_or_a_broken_file_are_forgotten(string workspace, string? content)
    {
        using var folder = TemporaryFolder.Create();
        await using (var fleet = NewFleet())
        {
            await fleet.LoadAsync(folder.Path, "epoch-1", Cancellation);
            fleet.Add();
        }

        if (content is not null) await File.WriteAllTextAsync(Path.Combine(folder.Path, "phones.json"), content, Cancellation);
        await using var after = NewFleet();

        Assert.Equal(0, await after.LoadAsync(folder.Path, workspace, Cancellation));
        Assert.Empty(after.Phones);
    }

    [Fact]
    public async Task A_file_with_the_bare_identity_of_a_phone_is_enough()
    {
        using var folder = TemporaryFolder.Create();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "phones.json"),
            """{"workspace":"epoch-1","phones":[{"deviceLibraryIdentifier":"d","pushToken":"t","name":"Ben’s iPhone"}]}""",
            Cancellation);
        await using var fleet = NewFleet();

        Assert.Equal(1, await fleet.LoadAsync(folder.Path, "epoch-1", Cancellation));
        await AddPassAsync(Assert.Single(fleet.Phones));
    }

    [Fact]
    public async Task A_change_is_written_a_little_later_by_itself()
    {
        using var folder = TemporaryFolder.Create();
        await using var fleet = NewFleet(new PhoneOptions { Time = Clock });
        await fleet.LoadAsync(folder.Path, "epoch-1", Cancellation);

        fleet.Add("Ben’s iPhone");

        await Until.TrueAsync(() => Passed(TimeSpan.FromSeconds(2)) && File.Exists(Path.Combine(folder.Path, "phones.json")));
    }

    [Fact]
    public void Names_are_different_for_as_many_phones_as_a_demo_has()
        => Assert.Equal(300, Enumerable.Range(0, 300).Select(PhoneNames.Of).Distinct(StringComparer.Ordinal).Count());

    private static void Push(PhoneFleet fleet, SimulatedPhone phone) => fleet.Receive(new DeliveredPush(phone.State.PushToken, TestPasses.Type, "1"));

    private PhoneFleet NewFleet(PhoneOptions? options = null) => new(Http, options);

    private async Task<SimulatedPhone> AddWithPassAsync(PhoneFleet fleet)
    {
        var phone = fleet.Add();
        await AddPassAsync(phone);
        return phone;
    }

    private async Task AddPassAsync(SimulatedPhone phone)
    {
        Portal.Put(TestPasses.Boarding());
        await phone.AddPassAsync(await Portal.PackageAsync("A-1"), Cancellation);
    }

    private bool Passed(TimeSpan time)
    {
        Clock.Advance(time);
        return true;
    }
}
