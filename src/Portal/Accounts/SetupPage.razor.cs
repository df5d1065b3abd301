using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;

namespace Portal.Accounts;

public sealed partial class SetupPage(SetupLinks links, OwnerSetup setup, NavigationManager navigation)
{
    private const int LongestName = 100;
    private static readonly string[] Fields = [nameof(Owner.Name), nameof(Owner.Email), nameof(Owner.Password)];

    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);
    private bool _open;

    [SupplyParameterFromForm(FormName = "setup")]
    public Owner? Input { get; set; }

    [SupplyParameterFromQuery(Name = "code")]
    public string? Code { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    protected override async Task OnInitializedAsync() => _open = await links.IsOpenAsync(Code, Http.RequestAborted);

    private async Task SubmitAsync()
    {
        var (name, email, password) = (Input?.Name?.Trim() ?? "", Input?.Email?.Trim() ?? "", Input?.Password ?? "");
        Check(name, email, password);
        if (!_open || Code is null || _errors.Count > 0)
            return;

        switch (await setup.MakeAsync(Code, name, email, password, Http.RequestAborted))
        {
            case null:
                _open = false;
                break;
            case []:
                navigation.NavigateTo("/admin");
                break;
            case [var refusal, ..]:
                _errors[nameof(Owner.Password)] = refusal.Description;
                break;
        }
    }

    private void Check(string name, string email, string password)
    {
        if (name.Length is 0 or > LongestName)
            _errors[nameof(Owner.Name)] = name.Length == 0 ? "Type your name." : $"Take a name of at most {LongestName} characters.";
        if (!new EmailAddressAttribute().IsValid(email) || email.Length == 0)
            _errors[nameof(Owner.Email)] = email.Length == 0 ? "Type your e-mail address." : "This is no e-mail address.";
        if (password.Length < IdentityRules.ShortestPassword)
            _errors[nameof(Owner.Password)] = $"Take a password of at least {IdentityRules.ShortestPassword} characters.";
    }

    // The first field to be mended; at the beginning, the first there is.
    private bool IsFirst(string field) =>
        string.Equals(field, Array.Find(Fields, _errors.ContainsKey) ?? nameof(Owner.Name), StringComparison.Ordinal);

    private string? Error(string field) => _errors.GetValueOrDefault(field);

    /// <summary>What is posted.</summary>
    public sealed class Owner
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
