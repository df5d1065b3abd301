using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Hosting;

namespace Portal.Accounts;

/// <summary>The cookies of a session. On https they are bound to this host by their name, too.</summary>
public static class PortalCookies
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddPortalCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<PortalOptions>>(static (options, portal) => Session(options, portal.Value));
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<PortalOptions>>(static (options, portal) => Bind(options.Cookie, "portal-form", portal.Value));
    }

    private static void Session(CookieAuthenticationOptions options, PortalOptions portal)
    {
        Bind(options.Cookie, "portal", portal);
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = AccountPaths.SignIn;
        options.LogoutPath = AccountPaths.SignOut;
        options.AccessDeniedPath = AccountPaths.Denied;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = static context => RedirectAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = static context => RedirectAsync(context, StatusCodes.Status403Forbidden);
    }

    private static void Bind(CookieBuilder cookie, string name, PortalOptions portal)
    {
        var secure = portal.PublicBaseUrl?.Scheme == Uri.UriSchemeHttps;
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }

    /// <summary>Only a page leads to another page; a circuit or a phone gets the bare status. The address stays relative: no Host header goes into it.</summary>
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (StaffPaths.IsStaff(context.HttpContext))
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
