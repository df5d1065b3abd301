using Microsoft.AspNetCore.Identity;

namespace Portal.Accounts;

/// <summary>The numbers of signing in.</summary>
public static class IdentityRules
{
    public const int HashIterations = 210_000;
    public const int ShortestPassword = 12;
    public const int LongestPassword = 256;
    public const int TriesBeforePause = 5;

    /// <summary>How long an account rests after too many wrong passwords.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>How soon a lock or a changed password ends other sessions, open pages included.</summary>
    public static readonly TimeSpan RevalidateAfter = TimeSpan.FromSeconds(15);

    public static void Apply(IdentityOptions options)
    {
        // Length is what counts; rules of composition make passwords worse (ASVS 6.2.5).
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = TriesBeforePause;
        options.Lockout.DefaultLockoutTimeSpan = Pause;
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
    }
}
