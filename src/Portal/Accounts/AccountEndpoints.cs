using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Accounts;

/// <summary>What of the accounts is no page.</summary>
public static class AccountEndpoints
{
    public static IEndpointRouteBuilder MapAccountEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(AccountPaths.SignOut, SignOutAsync).RequireAuthorization();
        return routes;
    }

    /// <summary>Ends this session.</summary>
    public static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<PortalUser> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        await signIn.SignOutAsync();
        return TypedResults.Redirect(AccountPaths.SignIn);
    }
}
