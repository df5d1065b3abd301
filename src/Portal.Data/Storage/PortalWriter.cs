using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Runs a write: one short explicit transaction, in its turn at the <see cref="WriteGate"/>.</summary>
/// <remarks>
/// Past it go only ordinary registrations, which take their turns at the gate too, migrations, and what ASP.NET Core stores
/// by itself: changes of accounts, and the keys that protect cookies.
/// </remarks>
public sealed class PortalWriter(IDbContextFactory<PortalDbContext> contexts, WriteGate gate)
{
    /// <summary>Runs <paramref name="work"/> in a transaction and commits it; an exception leaves nothing behind.</summary>
    /// <remarks>No HTTP, signing or rendering belongs inside: on SQLite every other writer waits.</remarks>
    public async Task<T> WriteAsync<T>(Func<PortalDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(db, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            turn.Written();
            return result;
        }
        catch (Exception error)
        {
            turn.Failed(error);
            throw;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<PortalDbContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (db, token) =>
            {
                await work(db, token);
                return true;
            },
            cancellationToken);
}
