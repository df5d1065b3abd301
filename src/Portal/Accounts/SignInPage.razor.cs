using Microsoft.AspNetCore.Components;

namespace Portal.Accounts;

public sealed partial class SignInPage(SignIn signIn, SetupLinks setup, NavigationManager navigation)
{
    private bool _nobodyYet;
    private string? _refusal;
    private string? _emailError;
    private string? _passwordError;

    [SupplyParameterFromForm(FormName = "sign-in")]
    public Credentials? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    protected override async Task OnInitializedAsync() => _nobodyYet = !await setup.AnyAccountAsync(Http.RequestAborted);

    private async Task SubmitAsync()
    {
        var input = Input ?? new Credentials();
        _emailError = string.IsNullOrWhiteSpace(input.Email) ? "Type your e-mail address." : null;
        _passwordError = string.IsNullOrEmpty(input.Password) ? "Type your password." : null;
        if (input.Email is not { } email || input.Password is not { } password || _emailError is not null || _passwordError is not null)
            return;

        switch (await signIn.TryAsync(email.Trim(), password))
        {
            case SignInAnswer.SignedIn:
                navigation.NavigateTo(AccountPaths.LocalOrStart(ReturnUrl));
                break;
            case SignInAnswer.Paused:
                navigation.NavigateTo(AccountPaths.Paused);
                break;
            case SignInAnswer.Wrong:
                _refusal = "The e-mail address or the password is wrong.";
                break;
        }
    }

    /// <summary>What is posted.</summary>
    public sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
