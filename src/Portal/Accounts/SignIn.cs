using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Accounts;

/// <summary>Signs people in without telling strangers which accounts exist.</summary>
public sealed partial class SignIn(SignInManager<PortalUser> signIn, UserManager<PortalUser> users, SignInPauses pauses, ILogger<SignIn> logger)
{
    /// <summary>A hash of nobody's password, so that an unknown address costs as much time as a known one.</summary>
    private static readonly Lazy<string> NobodysHash = new(() =>
        new PasswordHasher<PortalUser>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = IdentityRules.HashIterations }))
            .HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    public async Task<SignInAnswer> TryAsync(string email, string password)
    {
        if (pauses.IsPaused(email))
            return SignInAnswer.Paused;

        // Made on the first try of all, whoever it names.
        var nobody = NobodysHash.Value;
        var user = await users.FindByEmailAsync(email);
        var answer = user is null ? Unknown(nobody, password) : await KnownAsync(user, password);
        if (answer is SignInAnswer.SignedIn)
        {
            pauses.Succeed(email);
            return answer;
        }

        var paused = pauses.Fail(email);
        Log.Refused(logger, user?.Id);
        return paused ? SignInAnswer.Paused : answer;
    }

    private SignInAnswer Unknown(string nobody, string password)
    {
        users.PasswordHasher.VerifyHashedPassword(new PortalUser(), nobody, password);
        return SignInAnswer.Wrong;
    }

    private async Task<SignInAnswer> KnownAsync(PortalUser user, string password)
    {
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => SignInAnswer.SignedIn,
            { IsLockedOut: true } => SignInAnswer.Paused,
            _ => SignInAnswer.Wrong,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused (account {UserId})")]
        public static partial void Refused(ILogger logger, string? userId);
    }
}

/// <summary>What became of a try to sign in.</summary>
public enum SignInAnswer
{
    SignedIn,
    Wrong,
    Paused,
}
