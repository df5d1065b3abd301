using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>One array parameter for each column.</summary>
internal sealed class PostgresCompletionBatch(PortalDbContext db, IReadOnlyList<PushCompletion> completions, DateTimeOffset now) : CompletionBatch
{
    private readonly object[] _parameters =
    [
        Column(completions, completion => completion.Push.PushTargetId),
        Column(completions, completion => completion.Push.Tag),
        Column(completions, completion => completion.Push.PassTypeId),
        Column(completions, completion => completion.At.ToUniversalTime()),
        Column(completions, completion => (int)completion.Duration.TotalMilliseconds),
        Column(completions, completion => completion.Outcome?.ToString()),
        Column(completions, CompletionColumns.Word),
        Column(completions, completion => completion.Status),
        Column(completions, completion => completion.Reason),
        Column(completions, completion => completion.ApnsId),
        Column(completions, completion => completion.Push.PushToken),
        Column(completions, completion => completion.DeathIsDated ? 1 : 0),
        Column(completions, completion => completion.DeadSince?.ToUniversalTime()),
        Column(completions, completion => (int)completion.Push.Priority),
        Column(completions, CompletionColumns.Attempts),
        Column(completions, completion => completion.Push.QueuedAt.ToUniversalTime()),
        Column(completions, completion => completion.Push.ExpiresAt.ToUniversalTime()),
        Column(completions, completion => (long)completion.Delay.TotalMicroseconds),
        Column(completions, CompletionColumns.Parked),
        db.StoredInstant(now),
    ];

    public override Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(sql, _parameters, cancellationToken);

    public override Task<List<long>> QueryAsync(string sql, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<long>(sql, _parameters).ToListAsync(cancellationToken);

    private static T[] Column<T>(IReadOnlyList<PushCompletion> completions, Func<PushCompletion, T> value)
    {
        var column = new T[completions.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(completions[i]);
        return column;
    }
}
