using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Accounts;

/// <summary>Refuses passwords that are too long to be one, or that anybody would guess from the name above them.</summary>
public sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    private const int FewestDifferent = 4;
    private const int ShortestWord = 3;
    private const string Common = "password passwort 123456789 12345678 qwertyuiop qwertzuiop";

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var text = password ?? "";
        if (text.Length > IdentityRules.LongestPassword)
            return Refuse(nameof(IdentityRules.LongestPassword), $"Take a password of at most {IdentityRules.LongestPassword} characters.");
        if (text.Distinct().Count() < FewestDifferent)
            return Refuse(nameof(FewestDifferent), "This password repeats the same few characters. Take a longer phrase.");

        var own = Words($"{user.Email} {user.DisplayName} passbook portal");
        if (IsMostly(text, own))
            return Refuse("OwnWords", "This password is mostly your name or the portal's. Take words nobody would guess.");
        return IsMostly(text, own.Concat(Words(Common)))
            ? Refuse(nameof(Common), "This password is one of the first that anybody would try. Take words nobody would guess.")
            : Task.FromResult(IdentityResult.Success);
    }

    private static bool IsMostly(string text, IEnumerable<string> words) =>
        words.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase))
            .Count(char.IsLetterOrDigit) < IdentityRules.ShortestPassword / 2;

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord)
            .OrderByDescending(word => word.Length);

    private static Task<IdentityResult> Refuse(string code, string sentence) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "Password" + code, Description = sentence }));
}
