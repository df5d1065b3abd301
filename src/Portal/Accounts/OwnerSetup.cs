using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;
using Portal.Data.Storage;

namespace Portal.Accounts;

/// <summary>Makes the owner account from the set-up link: the code is used up and the account made in one transaction.</summary>
public sealed class OwnerSetup(
    SetupLinks links, UserManager<PortalUser> users, SignInManager<PortalUser> signIn, PortalWriter writer, TimeProvider time)
{
    private const int StampCharacters = 32;

    /// <summary>Makes the account and signs it in.</summary>
    /// <returns>What is wrong with the password, nothing when it worked; null when the link is good for nothing any more.</returns>
    public async Task<IReadOnlyList<IdentityError>?> MakeAsync(string code, string name, string email, string password, CancellationToken cancellationToken)
    {
        var owner = Describe(name, email);
        if (await RefusedPasswordAsync(owner, password) is { Count: > 0 } refused)
            return refused;
        // Hashing takes its time by design, so it is done before the transaction.
        owner.PasswordHash = users.PasswordHasher.HashPassword(owner, password);

        var made = await writer.WriteAsync(
            async (db, token) =>
            {
                if (!await links.ClaimAsync(db, code, token))
                    return false;
                db.Users.Add(owner);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
        if (!made)
            return null;
        await signIn.SignInAsync(owner, isPersistent: false);
        return [];
    }

    private PortalUser Describe(string name, string email) => new()
    {
        UserName = email,
        NormalizedUserName = users.NormalizeName(email),
        Email = email,
        NormalizedEmail = users.NormalizeEmail(email),
        DisplayName = name,
        SecurityStamp = RandomNumberGenerator.GetHexString(StampCharacters),
        LockoutEnabled = true,
        CreatedAt = time.GetUtcNow(),
    };

    private async Task<List<IdentityError>> RefusedPasswordAsync(PortalUser owner, string password)
    {
        var errors = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
            errors.AddRange((await validator.ValidateAsync(users, owner, password)).Errors);
        return errors;
    }
}
