using System.Security.Claims;

namespace Portal.Passes;

/// <summary>Reads who is signed in.</summary>
/// <remarks>The given name is the name colleagues see; signing in puts it there.</remarks>
public static class AuthorFromClaims
{
    public static Author ToAuthor(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.GivenName) ?? principal.Identity?.Name ?? "Somebody",
        principal.FindFirstValue(ClaimTypes.NameIdentifier));
}
