using System.Net;
using System.Text.Json;
using Portal.Data;
using Portal.Data.Passes;
using Portal.Testing;

namespace Portal.Tests.Wallet;

/// <summary>'Proof of arrival, honestly': what is written down of what devices do, and for whom.</summary>
public abstract class ArrivalTests(WalletWorld world)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_asked_for_fetched_and_settled_by_the_device_that_did_it()
    {
        var pass = await world.IssueAsync();
        await world.InstallAsync(pass, _name);
        var before = await TagOfAsync(_name);
        var tag = await world.ChangeAsync(pass, "10");

        var told = await TagOfAsync(_name, before);
        await Until.TrueAsync("the list call is marked", async () => (await world.RegistrationAsync(pass, _name)).ListedTag >= tag);
        Assert.True((await world.RegistrationAsync(pass, _name)).FetchedTag < tag);

        using (var fetched = await world.FetchAsync(pass))
            Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        await Until.TrueAsync("the fetch is marked", async () => (await world.RegistrationAsync(pass, _name)).FetchedTag == tag);
        Assert.True((await world.RegistrationAsync(pass, _name)).SettledTag < tag);

        using (var last = await world.ListAsync(_name, told))
            Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        await Until.TrueAsync("the device's own tag is marked", async () => (await world.RegistrationAsync(pass, _name)).SettledTag >= tag);
    }

    [Fact]
    public async Task A_fetch_of_a_pass_on_two_devices_is_marked_for_the_only_one_that_asked_from_there()
    {
        var pass = await OnTwoPhonesAsync();
        var tag = await world.ChangeAsync(pass, "20");

        (await world.ListAsync(_name + "a", agent: "phone-a " + _name)).Dispose();
        (await world.FetchAsync(pass, "phone-a " + _name)).Dispose();

        await Until.TrueAsync("the fetch is marked", async () => (await world.RegistrationAsync(pass, _name + "a")).FetchedTag == tag);
        Assert.True((await world.RegistrationAsync(pass, _name + "b")).FetchedTag < tag);
        Assert.True((await world.PassAsync(pass)).FetchedTag < tag);
    }

    [Fact]
    public async Task A_fetch_that_either_of_two_devices_may_have_made_is_marked_for_neither()
    {
        var pass = await OnTwoPhonesAsync();
        var tag = await world.ChangeAsync(pass, "30");

        (await world.ListAsync(_name + "a", agent: "shared " + _name)).Dispose();
        (await world.ListAsync(_name + "b", agent: "shared " + _name)).Dispose();
        (await world.FetchAsync(pass, "shared " + _name)).Dispose();

        await Until.TrueAsync("the fetch is marked", async () => (await world.PassAsync(pass)).FetchedTag == tag);
        Assert.True((await world.RegistrationAsync(pass, _name + "a")).FetchedTag < tag);
        Assert.True((await world.RegistrationAsync(pass, _name + "b")).FetchedTag < tag);
    }

    [Fact]
    public async Task A_pass_nobody_registered_is_fetched_by_somebody()
    {
        var pass = await world.IssueAsync();

        (await world.FetchAsync(pass)).Dispose();

        await Until.TrueAsync("the fetch is marked", async () => (await world.PassAsync(pass)).FetchedTag == pass.Tag);
        Assert.Equal(pass.Tag, (await world.PassAsync(pass)).FirstHandedOutTag);
    }

    [Fact]
    public async Task The_first_handed_out_tag_is_set_once()
    {
        var pass = await world.IssueAsync();
        await world.InstallAsync(pass, _name);
        await world.ChangeAsync(pass, "40");
        (await world.FetchAsync(pass)).Dispose();

        await Until.TrueAsync("the hand-out is marked", async () => (await world.PassAsync(pass)).FirstHandedOutTag is not null);
        Assert.Equal(pass.Tag, (await world.PassAsync(pass)).FirstHandedOutTag);
        Assert.Equal(0, (await world.RegistrationAsync(pass, _name)).Tag);
    }

    [Fact]
    public async Task Marks_that_the_database_could_not_take_are_stored_when_it_can()
    {
        var pass = await world.IssueAsync();
        await world.InstallAsync(pass, _name);
        var tag = await world.ChangeAsync(pass, "50");

        await world.RunSqlAsync("ALTER TABLE \"Registrations\" RENAME TO \"Away\"");
        (await world.FetchAsync(pass)).Dispose();
        await Until.TrueAsync("storing them failed", () => Task.FromResult(
            world.Portal.Log.Lines.Any(line => line.Text.StartsWith("Marks of arrival could not be stored yet", StringComparison.Ordinal))));
        await world.RunSqlAsync("ALTER TABLE \"Away\" RENAME TO \"Registrations\"");

        await Until.TrueAsync("the fetch is marked", async () => (await world.RegistrationAsync(pass, _name)).FetchedTag == tag);
    }

    private async Task<IssuedPass> OnTwoPhonesAsync()
    {
        var pass = await world.IssueAsync();
        await world.InstallAsync(pass, _name + "a");
        await world.InstallAsync(pass, _name + "b");
        return pass;
    }

    private async Task<string> TagOfAsync(string device, string? since = null)
    {
        using var answer = await world.ListAsync(device, since);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Cancelled));
        var tag = body.RootElement.GetProperty("lastUpdated").GetString();
        Assert.True(UpdateTag.TryParse(tag, out _));
        return tag!;
    }
}

public sealed class ArrivalOnSqliteTests(WalletOnSqlite world) : ArrivalTests(world), IClassFixture<WalletOnSqlite>;

public sealed class ArrivalOnPostgresTests(WalletOnPostgres world) : ArrivalTests(world), IClassFixture<WalletOnPostgres>;
