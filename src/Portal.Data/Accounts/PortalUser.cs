using Microsoft.AspNetCore.Identity;

namespace Portal.Data.Accounts;

/// <summary>A person who may sign in. The user name is the e-mail address.</summary>
public sealed class PortalUser : IdentityUser
{
    /// <summary>The name colleagues see beside a change.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
