using System.Security.Claims;

namespace Portal.Passes;

/// <summary>Reads who is signed in.</summary>
public static class AuthorFromClaims
{
    /// <summary>The claim that holds the name colleagues see.</summary>
    public const string DisplayNameClaim = "display_name";

    public static Author ToAuthor(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(DisplayNameClaim) ?? principal.Identity?.Name ?? "Somebody",
        principal.FindFirstValue(ClaimTypes.NameIdentifier));
}
