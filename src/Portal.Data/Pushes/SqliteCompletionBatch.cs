using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>One prepared command for each statement, run for each row inside the batch's transaction.</summary>
internal sealed class SqliteCompletionBatch(PortalDbContext db, IReadOnlyList<PushCompletion> completions, DateTimeOffset now) : CompletionBatch
{
    // SQLite keeps an instant as microseconds.
    private static readonly Dictionary<string, Func<PushCompletion, object?>> Values = new(StringComparer.Ordinal)
    {
        ["target"] = completion => completion.Push.PushTargetId,
        ["tag"] = completion => completion.Push.Tag,
        ["type"] = completion => completion.Push.PassTypeId,
        ["at"] = completion => UtcMicroseconds.From(completion.At),
        ["duration"] = completion => (int)completion.Duration.TotalMilliseconds,
        ["outcome"] = completion => completion.Outcome?.ToString(),
        ["word"] = CompletionColumns.Word,
        ["status"] = completion => completion.Status,
        ["reason"] = completion => completion.Reason,
        ["apns"] = completion => completion.ApnsId,
        ["token"] = completion => completion.Push.PushToken,
        ["dated"] = completion => completion.DeathIsDated ? 1 : 0,
        ["dead"] = completion => completion.DeadSince is { } dead ? UtcMicroseconds.From(dead) : null,
        ["priority"] = completion => (int)completion.Push.Priority,
        ["attempts"] = completion => CompletionColumns.Attempts(completion),
        ["queued"] = completion => UtcMicroseconds.From(completion.Push.QueuedAt),
        ["expires"] = completion => UtcMicroseconds.From(completion.Push.ExpiresAt),
        ["delay"] = completion => (long)completion.Delay.TotalMicroseconds,
        ["parked"] = CompletionColumns.Parked,
    };

    public override async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, out var columns);
        var changed = 0;
        foreach (var completion in completions)
        {
            Bind(columns, completion);
            changed += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return changed;
    }

    public override async Task<List<long>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, out var columns);
        List<long> numbers = [];
        foreach (var completion in completions)
        {
            Bind(columns, completion);
            if (await command.ExecuteScalarAsync(cancellationToken) is long number)
                numbers.Add(number);
        }

        return numbers;
    }

    private static void Bind(List<(SqliteParameter Parameter, Func<PushCompletion, object?> Value)> columns, PushCompletion completion)
    {
        foreach (var (parameter, value) in columns)
            parameter.Value = value(completion) ?? DBNull.Value;
    }

    private SqliteCommand Command(string sql, out List<(SqliteParameter Parameter, Func<PushCompletion, object?> Value)> columns)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        if (sql.Contains("$now", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$now", UtcMicroseconds.From(now));
        columns = [];
        foreach (var (name, value) in Values)
        {
            if (sql.Contains("$" + name, StringComparison.Ordinal))
                columns.Add((command.Parameters.Add(new SqliteParameter { ParameterName = "$" + name }), value));
        }

        return command;
    }
}
