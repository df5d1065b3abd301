using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Storage;

namespace Portal.Accounts;

/// <summary>Makes the owner account from the set-up link: the code is used up and the account made in one transaction.</summary>
public sealed class OwnerSetup(
    SetupLinks links, UserManager<PortalUser> users, SignInManager<PortalUser> signIn, PortalDbContext db, WriteGate gate, TimeProvider time)
{
    /// <summary>Makes the account and signs it in.</summary>
    /// <returns>The refusals, none when it worked; null when the link is good for nothing any more.</returns>
    public async Task<IReadOnlyList<IdentityError>?> MakeAsync(string code, string name, string email, string password, CancellationToken cancellationToken)
    {
        var owner = new PortalUser { UserName = email, Email = email, DisplayName = name, CreatedAt = time.GetUtcNow() };
        if (await RefusedPasswordAsync(owner, password) is { Count: > 0 } refused)
            return refused;
        // Hashing takes its time by design, so it is done before the transaction.
        owner.PasswordHash = users.PasswordHasher.HashPassword(owner, password);

        using (await gate.EnterAsync(cancellationToken))
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (!await links.ClaimAsync(db, code, cancellationToken))
                return null;
            var made = await users.CreateAsync(owner);
            if (!made.Succeeded)
                return [.. made.Errors];
            await transaction.CommitAsync(cancellationToken);
        }

        await signIn.SignInAsync(owner, isPersistent: false);
        return [];
    }

    private async Task<List<IdentityError>> RefusedPasswordAsync(PortalUser owner, string password)
    {
        var errors = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
            errors.AddRange((await validator.ValidateAsync(users, owner, password)).Errors);
        return errors;
    }
}
