namespace Portal.Data.Pushes;

/// <summary>
/// How a statement names what a batch of completions holds: parameters of one completion at a time on SQLite, a table of the
/// whole batch on PostgreSQL. See <see cref="CompletionBatch"/>.
/// </summary>
internal sealed class CompletionColumns(bool sqlite)
{
    /// <summary>All there are, in the order of the parameters on PostgreSQL.</summary>
    public static readonly (string Name, string Type)[] All =
    [
        ("target", "bigint[]"), ("tag", "bigint[]"), ("type", "int[]"), ("at", "timestamptz[]"), ("duration", "int[]"), ("outcome", "text[]"),
        ("word", "text[]"), ("status", "int[]"), ("reason", "text[]"), ("apns", "text[]"), ("token", "text[]"), ("dated", "int[]"),
        ("dead", "timestamptz[]"), ("priority", "int[]"), ("attempts", "int[]"), ("queued", "timestamptz[]"), ("expires", "timestamptz[]"),
        ("delay", "bigint[]"), ("parked", "text[]"),
    ];

    /// <summary>The present moment.</summary>
    public string Now => sqlite ? "$now" : $"{{{All.Length}}}";

    /// <summary>The value of a column.</summary>
    public string this[string name] => sqlite ? "$" + name : "a." + name;

    /// <summary>The moment that lies a column of microseconds ahead, by the clock that due times are compared with.</summary>
    public string Later(string name) => sqlite ? $"$now + ${name}" : $"now() + a.{name} * interval '1 microsecond'";

    /// <summary>Where the named columns come from, and a table after them.</summary>
    public string From(params IReadOnlyList<string> namesAndTable)
    {
        List<string> names = [.. namesAndTable.Where(IsColumn)];
        List<string> sources = [.. namesAndTable.Where(name => !IsColumn(name))];
        if (!sqlite)
            sources.Insert(0, $"unnest({string.Join(", ", names.Select(Array))}) AS a({string.Join(", ", names)})");
        return sources.Count == 0 ? "" : "FROM " + string.Join(", ", sources);
    }

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

    private static bool IsColumn(string name) => System.Array.Exists(All, column => column.Name == name);

    private static string Array(string name)
    {
        var index = System.Array.FindIndex(All, column => column.Name == name);
        return $"{{{index}}}::{All[index].Type}";
    }
}
