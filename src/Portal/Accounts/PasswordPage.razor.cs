using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Accounts;

public sealed partial class PasswordPage(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, NavigationManager navigation)
{
    private bool _changed;
    private string? _presentError;
    private string? _nextError;

    [SupplyParameterFromForm(FormName = "password")]
    public Passwords? Input { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private async Task SubmitAsync()
    {
        var input = Input ?? new Passwords();
        _presentError = string.IsNullOrEmpty(input.Present) ? "Type your present password." : null;
        _nextError = string.IsNullOrEmpty(input.Next) ? "Type a new password." : null;
        if (input.Present is not { } present || input.Next is not { } next || _presentError is not null || _nextError is not null)
            return;
        if (await users.GetUserAsync(Http.User) is not { } user)
            return;

        // A stranger at an open desk must not try passwords here for ever either.
        if (!await users.CheckPasswordAsync(user, present))
        {
            await users.AccessFailedAsync(user);
            if (await users.IsLockedOutAsync(user))
                navigation.NavigateTo(AccountPaths.Paused);
            _presentError = "This is not your present password.";
            return;
        }

        var result = await users.ChangePasswordAsync(user, present, next);
        _nextError = result.Errors.FirstOrDefault()?.Description;
        if (!result.Succeeded)
            return;
        await users.ResetAccessFailedCountAsync(user);
        await signIn.RefreshSignInAsync(user);
        _changed = true;
    }

    /// <summary>What is posted.</summary>
    public sealed class Passwords
    {
        public string? Present { get; set; }

        public string? Next { get; set; }
    }
}
