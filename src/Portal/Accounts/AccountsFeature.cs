using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Hosting;

namespace Portal.Accounts;

/// <summary>Who may come in: accounts, cookies, the set-up link.</summary>
public static class AccountsFeature
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<PortalUser>(IdentityRules.Apply)
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<AccountWords>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<PortalUserClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = IdentityRules.HashIterations);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = IdentityRules.RevalidateAfter);

        services.AddPortalCookies();
        services.AddSignInLimits();
        services.AddAuthorization();
        services.AddScoped<AuthenticationStateProvider, PortalAuthenticationState>();
        services.AddScoped<SignIn>();
        services.AddScoped<OwnerSetup>();
        services.AddSingleton<SignInPauses>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<IStartLines, SetupLine>();
        return builder;
    }

    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(static (context, next) =>
        {
            // The page that explains it comes through here again, as a GET.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || HttpMethods.IsGet(context.Request.Method))
                return next(context);
            // Answered here, without a body, so that a page explains it; Blazor would answer with a line for developers.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        return app;
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapAccountEndpoints();
        return app;
    }
}
