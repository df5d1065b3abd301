using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Accounts;

namespace Portal.Tests.Accounts;

public sealed class SetupTests
{
    private const string Neutral = "This link does not work any more";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Input", "B49")]
    public async Task The_link_makes_one_owner_signs_in_and_dies()
    {
        await using var portal = await StaffedPortal.StartAsync();
        var link = await portal.SetupPathAsync();
        using var owner = new Visitor(portal);
        using var made = await owner.SetUpAsync(link);
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);

        using var dashboard = await owner.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.OK, dashboard.StatusCode);
        Assert.Contains("Ada Lovelace", await Visitor.TextOf(dashboard), StringComparison.Ordinal);

        using var stranger = new Visitor(portal);
        using var again = await stranger.GetAsync(link);
        Assert.Contains(Neutral, await Visitor.TextOf(again), StringComparison.Ordinal);
        Assert.Null(await portal.Service<SetupLinks>().IssueAsync(Cancelled));
    }

    [Fact]
    public async Task The_focus_goes_to_the_field_that_is_wrong()
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = new Visitor(portal);

        using var refused = await owner.SetUpAsync(await portal.SetupPathAsync(), "short");

        var focused = Assert.Single((await Visitor.TextOf(refused)).Split("<input "), input => input.Split('>')[0].Contains("autofocus", StringComparison.Ordinal));
        Assert.StartsWith("id=\"input-password\"", focused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_with_the_form_open_make_one_account()
    {
        await using var portal = await StaffedPortal.StartAsync();
        var link = await portal.SetupPathAsync();
        using var first = new Visitor(portal);
        using var second = new Visitor(portal);
        var answers = await Task.WhenAll(first.SetUpAsync(link), second.SetUpAsync(link));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        Assert.Contains(Neutral, await Visitor.TextOf(answers.Single(answer => answer.StatusCode == HttpStatusCode.OK)), StringComparison.Ordinal);
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(1, await db.Users.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Input", "B49")]
    public async Task Each_node_has_a_link_that_ends_after_a_day_or_when_one_of_them_is_used()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = await StaffedPortal.StartAsync(time);
        var links = portal.Service<SetupLinks>();
        var older = Code(await links.IssueAsync(Cancelled));
        time.Advance(TimeSpan.FromHours(23));
        var newer = Code(await links.IssueAsync(Cancelled));
        Assert.True(await links.IsOpenAsync(older, Cancelled));

        time.Advance(TimeSpan.FromHours(1));
        Assert.False(await links.IsOpenAsync(older, Cancelled));
        var newest = await links.IssueAsync(Cancelled);
        Assert.True(await links.IsOpenAsync(newer, Cancelled));
        using var owner = new Visitor(portal);
        using var made = await owner.SetUpAsync(newest!.PathAndQuery);

        Assert.False(await links.IsOpenAsync(newer, Cancelled));
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.DoesNotContain(await db.SetupLinks.ToListAsync(Cancelled), link => link.UsedAt is null);
    }

    [Fact]
    public async Task Two_people_with_a_link_each_make_one_account()
    {
        await using var portal = await StaffedPortal.StartAsync();
        var links = portal.Service<SetupLinks>();
        var (one, other) = (await links.IssueAsync(Cancelled), await links.IssueAsync(Cancelled));
        using var first = new Visitor(portal);
        using var second = new Visitor(portal);
        var answers = await Task.WhenAll(first.SetUpAsync(one!.PathAndQuery), second.SetUpAsync(other!.PathAndQuery));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(1, await db.Users.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Only_a_hash_of_the_code_is_stored()
    {
        await using var portal = await StaffedPortal.StartAsync();
        var code = Code(await portal.Service<SetupLinks>().IssueAsync(Cancelled));
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        // One was made at the start.
        foreach (var stored in await db.SetupLinks.ToListAsync(Cancelled))
        {
            Assert.Equal(64, stored.CodeHash.Length);
            Assert.DoesNotContain(code, stored.CodeHash, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?code=%00%FF")]
    [Trait("Input", "B49")]
    public async Task A_made_up_code_opens_a_neutral_page(string query)
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var stranger = new Visitor(portal);
        using var answer = await stranger.GetAsync("/admin/account/setup" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Neutral, await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_value_keeps_what_was_typed_and_names_the_field()
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = new Visitor(portal);
        using var answer = await owner.SubmitAsync(
            await portal.SetupPathAsync(), "setup", ("Name", "Ada <b>"), ("Email", "no address"), ("Password", "secret-typed"));
        var page = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("value=\"Ada &lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"no address\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"input-email-error\">This is no e-mail address.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-typed", page, StringComparison.Ordinal);
    }

    private static string Code(Uri? link) => link?.Query["?code=".Length..] ?? "";
}
