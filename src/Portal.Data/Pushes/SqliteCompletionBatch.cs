using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>One prepared statement, run for each row inside the batch's transaction.</summary>
internal sealed class SqliteCompletionBatch(PortalDbContext db, IReadOnlyList<PushCompletion> completions, DateTimeOffset now) : CompletionBatch
{
    // SQLite keeps an instant as microseconds.
    private static readonly Dictionary<string, Action<SqliteStatement, int, PushCompletion>> Binders = new(StringComparer.Ordinal)
    {
        ["target"] = static (to, place, completion) => to.Bind(place, completion.Push.PushTargetId),
        ["tag"] = static (to, place, completion) => to.Bind(place, completion.Push.Tag),
        ["type"] = static (to, place, completion) => to.Bind(place, completion.Push.PassTypeId),
        ["at"] = static (to, place, completion) => to.Bind(place, UtcMicroseconds.From(completion.At)),
        ["duration"] = static (to, place, completion) => to.Bind(place, (long)completion.Duration.TotalMilliseconds),
        ["outcome"] = static (to, place, completion) => to.Bind(place, completion.Outcome?.ToString()),
        ["word"] = static (to, place, completion) => to.Bind(place, CompletionColumns.Word(completion)),
        ["status"] = static (to, place, completion) => to.Bind(place, completion.Status),
        ["reason"] = static (to, place, completion) => to.Bind(place, completion.Reason),
        ["apns"] = static (to, place, completion) => to.Bind(place, completion.ApnsId),
        ["token"] = static (to, place, completion) => to.Bind(place, completion.Push.PushToken),
        ["dated"] = static (to, place, completion) => to.Bind(place, completion.DeathIsDated ? 1 : 0),
        ["dead"] = static (to, place, completion) => to.Bind(place, completion.DeadSince is { } dead ? UtcMicroseconds.From(dead) : null),
        ["priority"] = static (to, place, completion) => to.Bind(place, (long)completion.Push.Priority),
        ["attempts"] = static (to, place, completion) => to.Bind(place, CompletionColumns.Attempts(completion)),
        ["queued"] = static (to, place, completion) => to.Bind(place, UtcMicroseconds.From(completion.Push.QueuedAt)),
        ["expires"] = static (to, place, completion) => to.Bind(place, UtcMicroseconds.From(completion.Push.ExpiresAt)),
        ["delay"] = static (to, place, completion) => to.Bind(place, (long)completion.Delay.TotalMicroseconds),
        ["parked"] = static (to, place, completion) => to.Bind(place, CompletionColumns.Parked(completion)),
    };

    public override Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        Run(sql, static (statement, _) => statement.Execute(), [], cancellationToken);
        return Task.CompletedTask;
    }

    public override Task<List<long>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        List<long> numbers = [];
        Run(sql, static (statement, numbers) => statement.Read(numbers), numbers, cancellationToken);
        return Task.FromResult(numbers);
    }

    private void Run(string sql, Action<SqliteStatement, List<long>> run, List<long> numbers, CancellationToken cancellationToken)
    {
        using var statement = new SqliteStatement((SqliteConnection)db.Database.GetDbConnection(), sql);
        if (statement.TryFind("$now", out var nowPlace))
            statement.Bind(nowPlace, UtcMicroseconds.From(now));
        var columns = new List<(int Place, Action<SqliteStatement, int, PushCompletion> Bind)>();
        foreach (var (name, bind) in Binders)
        {
            if (statement.TryFind("$" + name, out var place))
                columns.Add((place, bind));
        }

        foreach (var completion in completions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (place, bind) in columns)
                bind(statement, place, completion);
            run(statement, numbers);
        }
    }
}
