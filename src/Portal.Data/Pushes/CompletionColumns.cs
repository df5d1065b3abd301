using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>
/// A batch of completions as a table <c>a</c> inside a statement: from one JSON parameter on SQLite, from one array for
/// each column on PostgreSQL, where taking JSON apart costs more than the statement itself.
/// </summary>
internal static class CompletionColumns
{
    private static readonly (string Name, string Type)[] Columns =
    [
        ("target", "bigint[]"), ("lease", "uuid[]"), ("tag", "bigint[]"), ("fate", "int[]"), ("delay", "bigint[]"), ("type", "int[]"),
        ("at", "timestamptz[]"), ("duration", "int[]"), ("outcome", "text[]"), ("word", "text[]"), ("status", "int[]"), ("reason", "text[]"),
        ("apns", "text[]"), ("token", "text[]"), ("dated", "int[]"), ("dead", "timestamptz[]"),
    ];

    /// <summary>The parameter behind the batch: the present moment.</summary>
    public static string Now(bool sqlite) => sqlite ? "{1}" : $"{{{Columns.Length}}}";

    /// <summary>The table with the named columns.</summary>
    public static string Table(bool sqlite, params IReadOnlyList<string> names) => sqlite
        ? $$"""(SELECT {{string.Join(", ", names.Select(name => $"value ->> '{name}' AS {name}"))}} FROM json_each({0})) AS a"""
        : $"unnest({string.Join(", ", names.Select(Array))}) AS a({string.Join(", ", names)})";

    /// <summary>The parameters of the table, with the present moment behind them.</summary>
    public static object[] Parameters(PortalDbContext db, IReadOnlyList<PushCompletion> completions, object now) => db.Database.IsSqlite()
        ? [CompletionJson.Write(completions), now]
        :
        [
            Column(completions, completion => completion.Push.PushTargetId),
            Column(completions, completion => completion.Push.LeaseId),
            Column(completions, completion => completion.Push.Tag),
            Column(completions, completion => (int)completion.Fate),
            Column(completions, completion => (long)completion.Delay.TotalMicroseconds),
            Column(completions, completion => completion.Push.PassTypeId),
            Column(completions, completion => completion.At.ToUniversalTime()),
            Column(completions, completion => (int)completion.Duration.TotalMilliseconds),
            Column(completions, completion => completion.Outcome?.ToString()),
            Column(completions, Word),
            Column(completions, completion => completion.Status),
            Column(completions, completion => completion.Reason),
            Column(completions, completion => completion.ApnsId),
            Column(completions, completion => completion.Push.PushToken),
            Column(completions, completion => completion.DeathIsDated ? 1 : 0),
            Column(completions, completion => completion.DeadSince?.ToUniversalTime()),
            now,
        ];

    /// <summary>The last result of a target in a word; null when nothing was sent.</summary>
    public static string? Word(PushCompletion completion) => completion.Outcome switch
    {
        null => null,
        PushOutcome.Accepted => nameof(PushOutcome.Accepted),
        { } outcome => completion.Reason ?? outcome.ToString(),
    };

    private static string Array(string name)
    {
        var index = System.Array.FindIndex(Columns, column => column.Name == name);
        return $"{{{index}}}::{Columns[index].Type}";
    }

    private static T[] Column<T>(IReadOnlyList<PushCompletion> completions, Func<PushCompletion, T> value)
    {
        var column = new T[completions.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(completions[i]);
        return column;
    }
}
