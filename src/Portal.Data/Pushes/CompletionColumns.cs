namespace Portal.Data.Pushes;

/// <summary>
/// The columns of a batch of completions, as a table <c>a</c> inside a statement: of one row on SQLite, of the whole batch
/// on PostgreSQL. See <see cref="CompletionBatch"/>.
/// </summary>
internal static class CompletionColumns
{
    /// <summary>All there are, in the order of the parameters on PostgreSQL.</summary>
    public static readonly (string Name, string Type)[] All =
    [
        ("target", "bigint[]"), ("tag", "bigint[]"), ("type", "int[]"), ("at", "timestamptz[]"), ("duration", "int[]"), ("outcome", "text[]"),
        ("word", "text[]"), ("status", "int[]"), ("reason", "text[]"), ("apns", "text[]"), ("token", "text[]"), ("dated", "int[]"),
        ("dead", "timestamptz[]"), ("priority", "int[]"), ("attempts", "int[]"), ("queued", "timestamptz[]"), ("expires", "timestamptz[]"),
        ("delay", "bigint[]"), ("parked", "text[]"),
    ];

    /// <summary>The parameter behind the columns: the present moment.</summary>
    public static string Now(bool sqlite) => sqlite ? "$now" : $"{{{All.Length}}}";

    /// <summary>The table with the named columns.</summary>
    public static string Table(bool sqlite, params IReadOnlyList<string> names) => sqlite
        ? $"(SELECT {string.Join(", ", names.Select(name => $"${name} AS {name}"))}) AS a"
        : $"unnest({string.Join(", ", names.Select(Array))}) AS a({string.Join(", ", names)})";

    /// <summary>The last result of a target in a word; null when nothing was sent.</summary>
    public static string? Word(PushCompletion completion) => completion.Outcome switch
    {
        null => null,
        PushOutcome.Accepted => nameof(PushOutcome.Accepted),
        { } outcome => completion.Reason ?? outcome.ToString(),
    };

    /// <summary>How often the push was tried by now.</summary>
    public static int Attempts(PushCompletion completion) => completion.Push.Attempts + (completion.Fate is PushFate.Retry ? 1 : 0);

    /// <summary>Why the push is kept back; null while it is not.</summary>
    public static string? Parked(PushCompletion completion) =>
        completion.Fate is PushFate.Park ? completion.Reason ?? nameof(PushOutcome.Parked) : null;

    private static string Array(string name)
    {
        var index = System.Array.FindIndex(All, column => column.Name == name);
        return $"{{{index}}}::{All[index].Type}";
    }
}
