using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Accounts;

/// <summary>Refuses passwords that are too long to be one, or that anybody would guess from the name above them.</summary>
public sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    private const int FewestDifferent = 4;
    private const int ShortestWord = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var text = password ?? "";
        if (text.Length > IdentityRules.LongestPassword)
            return Refuse(nameof(IdentityRules.LongestPassword), $"Take a password of at most {IdentityRules.LongestPassword} characters.");
        if (text.Distinct().Count() < FewestDifferent)
            return Refuse(nameof(FewestDifferent), "This password repeats the same few characters. Take a longer phrase.");

        var rest = OwnWords(user).Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
        return rest.Count(char.IsLetterOrDigit) < IdentityRules.ShortestPassword / 2
            ? Refuse(nameof(OwnWords), "This password is mostly your name or the portal's. Take words nobody would guess.")
            : Task.FromResult(IdentityResult.Success);
    }

    private static IEnumerable<string> OwnWords(PortalUser user) =>
        $"{user.Email} {user.DisplayName} passbook portal password passwort 123456789 12345678 qwertyuiop qwertzuiop"
            .Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord)
            .OrderByDescending(word => word.Length);

    private static Task<IdentityResult> Refuse(string code, string sentence) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "Password" + code, Description = sentence }));
}
