using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Forgets the oldest lines of the push log, in short transactions.</summary>
public sealed class PushLogCleaning(PortalWriter writer)
{
    private const int Window = 2000;

    // The log is in the order of its ids: only its beginning is looked at, so that it needs no index by time.
    private const string Sql =
        """
        DELETE FROM "PushAttempts" WHERE "Id" IN (
            SELECT o."Id" FROM (SELECT "Id", "At" FROM "PushAttempts" ORDER BY "Id" LIMIT {1}) o WHERE o."At" < {0})
        """;

    /// <summary>Forgets what is older than a moment.</summary>
    /// <returns>How many lines went.</returns>
    public async Task<int> CleanAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var all = 0;
        int gone;
        do
        {
            gone = await writer.WriteAsync(
                (db, token) => db.Database.ExecuteSqlRawAsync(Sql, [db.StoredInstant(before), Window], token), cancellationToken);
            all += gone;
        }
        while (gone == Window);
        return all;
    }
}
