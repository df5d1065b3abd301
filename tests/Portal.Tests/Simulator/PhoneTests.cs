using Microsoft.AspNetCore.Http;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Simulator;

public sealed class PhoneTests : PhoneFixture
{
    [Fact]
    public async Task A_pass_that_is_added_is_registered_with_the_push_token()
    {
        using var phone = await PhoneWithPassAsync();

        var pass = Assert.Single(phone.State.Passes);
        Assert.Equal(("A-1", RegistrationState.Registered, "B12"), (pass.SerialNumber, pass.Registration, pass["gate"]));
        Assert.Equal(phone.State.PushToken, Portal.Registrations[(phone.State.DeviceLibraryIdentifier, "A-1")]);
        Assert.Equal($"POST /v1/devices/{phone.State.DeviceLibraryIdentifier}/registrations/{TestPasses.Type}/A-1", Portal.Walk);
        Assert.All(Portal.UserAgents, agent => Assert.StartsWith("passd/", agent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_gives_a_pass_with_its_date()
    {
        Portal.Put(TestPasses.Boarding());
        using var phone = NewPhone();

        var pass = await phone.AddPassAsync(new Uri(Portal.Address, "/p/A-1"), Cancellation);
        await phone.RefreshAsync(TestPasses.Type, "A-1", Cancellation);

        Assert.Equal(Portal.Passes["A-1"].Date.ToString("R"), pass.LastModified);
        Assert.Empty(Portal.Logs);
    }

    [Fact]
    public async Task A_push_leads_to_list_fetch_and_notification()
    {
        using var phone = await PhoneWithPassAsync();
        Portal.Put(TestPasses.Boarding(gate: "C3"));
        Portal.Requests.Clear();

        phone.ReceivePush(TestPasses.Type);
        await phone.WorkAsync(Cancellation);

        Assert.Equal(
            $"GET /v1/devices/{phone.State.DeviceLibraryIdentifier}/registrations/{TestPasses.Type} then GET /v1/passes/{TestPasses.Type}/A-1",
            Portal.Walk);
        Assert.Equal("Gate changed to C3.", Assert.Single(phone.State.Notifications).Text);
        Assert.Equal("C3", phone.State.Passes[0]["gate"]);
        Assert.Equal("2", phone.State.Tags[TestPasses.Type]);
        Assert.False(phone.HasWork);
        Assert.Empty(Portal.Logs);
    }

    [Fact]
    public async Task The_next_list_names_the_tag_and_brings_only_what_is_new()
    {
        using var phone = await PhoneWithPassAsync();
        Portal.Put(TestPasses.Boarding("A-2"));
        await phone.AddPassAsync(await Portal.PackageAsync("A-2"), Cancellation);
        await PushAsync(phone);
        Portal.Put(TestPasses.Boarding("A-2", gate: "D9"));
        Portal.Requests.Clear();

        await PushAsync(phone);

        Assert.Equal(
            $"GET /v1/devices/{phone.State.DeviceLibraryIdentifier}/registrations/{TestPasses.Type}?passesUpdatedSince=2 then GET /v1/passes/{TestPasses.Type}/A-2",
            Portal.Walk);
        Assert.Equal("D9", phone.State.Find(TestPasses.Type, "A-2")?["gate"]);
    }

    [Fact]
    public async Task A_phone_without_a_tag_is_told_everything_and_does_not_complain_about_it()
    {
        using var phone = NewPhone();
        Portal.Put(TestPasses.Boarding());
        await phone.AddPassAsync(new Uri(Portal.Address, "/p/A-1"), Cancellation);

        await PushAsync(phone);

        Assert.Empty(Portal.Logs);
    }

    [Fact]
    public async Task A_listed_pass_that_did_not_change_is_reported()
    {
        using var phone = await PhoneWithPassAsync();
        await PushAsync(phone);
        Portal.Touch("A-1");

        await PushAsync(phone);

        var line = Assert.Single(Portal.Logs);
        Assert.Contains("Server requested update to serial number 'A-1', but the pass was unchanged.", line, StringComparison.Ordinal);
        Assert.StartsWith($"[{Clock.GetUtcNow():yyyy-MM-dd}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lastUpdated":7,"serialNumbers":["A-1"]}""", "lastUpdated is no string")]
    [InlineData("""{"lastUpdated":"7","serialNumbers":[1]}""", "a serial number is no string")]
    [InlineData("""{"lastUpdated":"7"}""", "serialNumbers is no array")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "no valid JSON")]
    public async Task A_broken_list_is_reported_and_nothing_is_fetched(string list, string complaint)
    {
        using var phone = await PhoneWithPassAsync();
        Portal.Requests.Clear();
        Portal.Instead = context => Task.FromResult(context.Request.Path.Value?.Contains("/registrations/", StringComparison.Ordinal) == true ? Results.Text(list) : (IResult?)null);

        await PushAsync(phone);

        Assert.Contains(complaint, Assert.Single(Portal.Logs), StringComparison.Ordinal);
        Assert.DoesNotContain(Portal.Requests, request => request.Contains("/v1/passes/", StringComparison.Ordinal));
        Assert.Empty(phone.State.Tags);
    }

    [Fact]
    public async Task A_wrong_token_is_reported_and_not_tried_again()
    {
        Portal.Put(TestPasses.Boarding());
        var package = await Portal.PackageAsync("A-1");
        Portal.Put(TestPasses.Boarding() with { AuthenticationToken = "another-token-of-the-pass" });
        using var phone = NewPhone();

        var pass = await phone.AddPassAsync(package, Cancellation);

        Assert.Equal(RegistrationState.Refused, pass.Registration);
        Assert.Contains("encountered error: Authentication failure", Assert.Single(Portal.Logs), StringComparison.Ordinal);
        Assert.False(phone.HasWork);
    }

    [Fact]
    public async Task A_removed_pass_is_unregistered()
    {
        using var phone = await PhoneWithPassAsync();

        await phone.RemovePassAsync(TestPasses.Type, "A-1", Cancellation);

        Assert.Empty(Portal.Registrations);
        Assert.Empty(phone.State.Passes);
        Assert.False(phone.HasWork);
        Assert.Empty(Portal.Logs);
    }

    [Fact]
    public async Task Pulling_down_fetches_and_shows_without_a_notification()
    {
        using var phone = await PhoneWithPassAsync();
        Assert.False(await phone.RefreshAsync(TestPasses.Type, "A-1", Cancellation));
        Portal.Put(TestPasses.Boarding(gate: "C3"));

        Assert.True(await phone.RefreshAsync(TestPasses.Type, "A-1", Cancellation));
        Assert.False(await phone.RefreshAsync(TestPasses.Type, "A-1", Cancellation));

        Assert.Equal("C3", phone.State.Passes[0]["gate"]);
        Assert.Empty(phone.State.Notifications);
        Assert.Empty(Portal.Logs);
    }

    private static async Task PushAsync(SimulatedPhone phone)
    {
        phone.ReceivePush(TestPasses.Type);
        await phone.WorkAsync(Cancellation);
    }
}
