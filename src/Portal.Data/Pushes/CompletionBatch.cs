using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>
/// Runs the statements of <see cref="PushCompletionSql"/> over a batch: once for all rows on PostgreSQL, where each
/// statement is a journey; row by row on SQLite, where a prepared one costs less than to take a batch apart inside it.
/// </summary>
internal abstract class CompletionBatch
{
    public static CompletionBatch Of(PortalDbContext db, IReadOnlyList<PushCompletion> completions, DateTimeOffset now) =>
        db.Database.IsSqlite() ? new SqliteCompletionBatch(db, completions, now) : new PostgresCompletionBatch(db, completions, now);

    /// <summary>Runs a statement that gives nothing back.</summary>
    public abstract Task ExecuteAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Runs a statement that gives back one number for each row it changed.</summary>
    public abstract Task<List<long>> QueryAsync(string sql, CancellationToken cancellationToken);
}
