using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts;
using Portal.Data.Accounts;
using Portal.Testing.Hosting;

namespace Portal.Tests.Accounts;

public sealed class PasswordRulesTests(PortalOnSqlite fixture) : IClassFixture<PortalOnSqlite>
{
    [Theory]
    [InlineData("correct horse battery", true)]
    [InlineData("zwölf Zeichen", true)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("            ", false)]
    [InlineData("ada lovelace passbook portal", false)]
    [InlineData("Lovelace12345678", false)]
    [InlineData("passwordpassword", false)]
    [InlineData("elevenchars", false)]
    [Trait("Input", "B48")]
    public async Task Length_counts_and_composition_does_not(string password, bool taken)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser { Email = "ada@example.com", UserName = "ada@example.com", DisplayName = "Ada Lovelace" };
        var answers = new List<IdentityResult>();
        foreach (var validator in users.PasswordValidators)
            answers.Add(await validator.ValidateAsync(users, user, password));
        Assert.Equal(taken, answers.TrueForAll(answer => answer.Succeeded));
    }

    [Theory]
    [InlineData("password1234", "This password is one of the first that anybody would try.")]
    [InlineData("Lovelace1234", "This password is mostly your name or the portal's.")]
    public async Task A_refusal_names_its_reason(string password, string reason)
    {
        var user = new PortalUser { Email = "ada@example.com", UserName = "ada@example.com", DisplayName = "Ada Lovelace" };
        var answer = await new PasswordRules().ValidateAsync(null!, user, password);
        Assert.StartsWith(reason, Assert.Single(answer.Errors).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/admin")]
    [InlineData("/admin", "/admin")]
    [InlineData("/admin/passes/7?tab=history#top", "/admin/passes/7?tab=history#top")]
    [InlineData("/adminx", "/admin")]
    [InlineData("//evil.example/admin", "/admin")]
    [InlineData("/\\evil.example", "/admin")]
    [InlineData("/admin\\..\\evil", "/admin")]
    [InlineData("/admin\r\nSet-Cookie: x", "/admin")]
    [InlineData("/v1/passes", "/admin")]
    [InlineData("javascript:alert(1)", "/admin")]
    [Trait("Input", "B49")]
    public void Only_an_address_of_staff_is_returned_to(string? returnUrl, string expected) =>
        Assert.Equal(expected, AccountPaths.LocalOrStart(returnUrl));
}
