using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

public sealed class SignInTests
{
    private const string Wrong = "The e-mail address or the password is wrong.";

    [Fact]
    public async Task The_session_cookie_is_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        await using var portal = await StaffedPortal.StartAsync(environment: "Production");
        using var owner = new Visitor(portal);
        using var made = await owner.SetUpAsync(await portal.SetupPathAsync());
        var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-portal=", StringComparison.Ordinal));
        foreach (var trait in new[] { "path=/", "secure", "httponly", "samesite=lax" })
            Assert.Contains(trait, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("?returnUrl=%2Fadmin%2Fpasses%3Fq%3Dx", "/admin/passes?q=x")]
    [InlineData("?returnUrl=%2F%2Fevil.example", "/admin")]
    [InlineData("?returnUrl=%2F%5Cevil.example", "/admin")]
    [InlineData("?returnUrl=https%3A%2F%2Fevil.example", "/admin")]
    [InlineData("?returnUrl=%2Fadminevil", "/admin")]
    [InlineData("", "/admin")]
    [Trait("Input", "B49")]
    public async Task Signing_in_leads_to_a_page_of_this_portal_only(string query, string expected)
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = await portal.OwnerAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.SignInAsync(returnUrl: query);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, Visitor.PathOf(answer));
    }

    [Theory]
    [InlineData(Visitor.Email)]
    [InlineData("nobody@example.com")]
    [Trait("Input", "B48")]
    public async Task Known_and_unknown_addresses_are_refused_alike_and_rest_after_the_same_five_tries(string email)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = await StaffedPortal.StartAsync(time);
        using var owner = await portal.OwnerAsync();
        using var visitor = new Visitor(portal);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            using var refused = await visitor.SignInAsync(email, "wrong wrong wrong");
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            var page = await Visitor.TextOf(refused);
            Assert.Contains(Wrong, page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{email}\"", page, StringComparison.Ordinal);
        }

        using var fifth = await visitor.SignInAsync(email, "wrong wrong wrong");
        Assert.Equal("/admin/account/paused", Visitor.PathOf(fifth));
        using var right = await visitor.SignInAsync(email);
        Assert.Equal("/admin/account/paused", Visitor.PathOf(right));

        time.Advance(TimeSpan.FromMinutes(5));
        await LetLockOutPassAsync(portal);
        using var later = await visitor.SignInAsync(Visitor.Email);
        Assert.Equal("/admin", Visitor.PathOf(later));
    }

    [Fact]
    public async Task Ten_tries_a_minute_from_one_address_are_enough()
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var visitor = new Visitor(portal);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            using var answer = await visitor.SignInAsync($"nobody{attempt}@example.com", "wrong wrong wrong");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..10]);
        using var page = await visitor.GetAsync("/admin/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/admin/account/sign-in", "sign-in")]
    [InlineData("/admin/account/password", "password")]
    [InlineData("/admin/account/sign-out", "")]
    public async Task A_form_without_its_token_is_refused_with_a_page(string path, string form)
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = await portal.OwnerAsync();
        using var answer = await owner.PostAsync(path, "made-up", form, ("Email", Visitor.Email), ("Password", Visitor.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That did not work", await Visitor.TextOf(answer), StringComparison.Ordinal);
        using var still = await owner.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var portal = await StaffedPortal.StartAsync();
        using var owner = await portal.OwnerAsync();
        using var left = await owner.SignOutAsync();
        Assert.Equal("/admin/account/sign-in", Visitor.PathOf(left));
        using var after = await owner.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task A_changed_password_ends_other_sessions()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = await StaffedPortal.StartAsync(time);
        using var here = await portal.OwnerAsync();
        using var elsewhere = new Visitor(portal);
        using var signedIn = await elsewhere.SignInAsync();

        using var wrong = await here.SubmitAsync("/admin/account/password", "password", ("Present", "not this one at all"), ("Next", "ten green bottles"));
        Assert.Contains("This is not your present password.", await Visitor.TextOf(wrong), StringComparison.Ordinal);
        using var changed = await here.SubmitAsync("/admin/account/password", "password", ("Present", Visitor.Password), ("Next", "ten green bottles"));
        Assert.Contains("Your password is changed.", await Visitor.TextOf(changed), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(20));
        using var mine = await here.GetAsync("/admin");
        using var other = await elsewhere.GetAsync("/admin");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (mine.StatusCode, other.StatusCode));
    }

    /// <summary>Identity's own lock-out looks at the machine's clock.</summary>
    private static async Task LetLockOutPassAsync(PortalHost portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Users.ExecuteUpdateAsync(
            set => set.SetProperty(user => user.LockoutEnd, TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);
    }
}
