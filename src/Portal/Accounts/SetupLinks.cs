using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Storage;
using Portal.Hosting;

namespace Portal.Accounts;

/// <summary>
/// The one-time link that makes the first account: 128 random bits, stored hashed, good for 24 hours, and for nothing
/// once an account exists.
/// </summary>
public sealed class SetupLinks(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, PublicAddress address, TimeProvider time)
{
    private const int CodeBytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a new link; null when there is an account already. Those of other nodes stay good until one is used.</summary>
    public async Task<Uri?> IssueAsync(CancellationToken cancellationToken)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        var now = time.GetUtcNow();
        var issued = await writer.WriteAsync(
            async (db, token) =>
            {
                if (await db.Users.AnyAsync(token))
                    return false;
                await db.SetupLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(token);
                db.SetupLinks.Add(new SetupLink { CodeHash = Hash(code), CreatedAt = now, ExpiresAt = now + Lifetime });
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
        return issued ? address.Of($"{AccountPaths.Setup}?code={code}") : null;
    }

    /// <summary>Whether this code would make an account now.</summary>
    public async Task<bool> IsOpenAsync(string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(code))
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db, code).AnyAsync(cancellationToken) && !await db.Users.AnyAsync(cancellationToken);
    }

    /// <summary>Uses up the code and all others, inside the transaction of the account it makes; false when it is good for nothing any more.</summary>
    internal async Task<bool> ClaimAsync(PortalDbContext db, string code, CancellationToken cancellationToken)
    {
        if (!await Open(db, code).AnyAsync(cancellationToken))
            return false;
        var now = time.GetUtcNow();
        // Of two people with a link each, the second waits here for the first, and then finds none unused.
        var claimed = await db.SetupLinks.Where(link => link.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancellationToken);
        return claimed > 0 && !await db.Users.AnyAsync(cancellationToken);
    }

    /// <summary>Whether anybody has an account.</summary>
    public async Task<bool> AnyAccountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(cancellationToken);
    }

    private IQueryable<SetupLink> Open(PortalDbContext db, string code)
    {
        var hash = Hash(code);
        var now = time.GetUtcNow();
        return db.SetupLinks.Where(link => link.CodeHash == hash && link.UsedAt == null && link.ExpiresAt > now);
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
