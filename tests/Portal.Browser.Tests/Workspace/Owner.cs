namespace Portal.Browser.Tests.Workspace;

/// <summary>Who looks after the portal.</summary>
public sealed record Owner(string Name, string Email, string Password)
{
    public static Owner Ada { get; } = new("Ada Lovelace", "ada@example.com", "ten green bottles on a wall");
}
