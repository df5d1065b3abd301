using Microsoft.AspNetCore.Identity;

namespace Portal.Accounts;

/// <summary>Identity's refusals in the portal's words.</summary>
public sealed class AccountWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Take a password of at least {length} characters.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "This is not your present password.");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "This is no e-mail address.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "This is no e-mail address.");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "There is an account with this e-mail address.");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "There is an account with this e-mail address.");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
