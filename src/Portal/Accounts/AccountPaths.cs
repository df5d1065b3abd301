namespace Portal.Accounts;

/// <summary>The addresses of the account pages.</summary>
public static class AccountPaths
{
    public const string SignIn = "/admin/account/sign-in";
    public const string SignOut = "/admin/account/sign-out";
    public const string Setup = "/admin/account/setup";
    public const string Password = "/admin/account/password";
    public const string Denied = "/admin/account/denied";
    public const string Paused = "/admin/account/paused";

    /// <summary>The address to go to after signing in: a staff page of this portal, never another site.</summary>
    public static string LocalOrStart(string? returnUrl)
    {
        const string Start = "/admin";
        if (returnUrl is null || !returnUrl.StartsWith(Start, StringComparison.Ordinal) || returnUrl.Contains('\\') || returnUrl.Any(char.IsControl))
            return Start;
        return returnUrl.Length == Start.Length || returnUrl[Start.Length] is '/' or '?' or '#' ? returnUrl : Start;
    }
}
