using Npgsql;

namespace Portal.Data.Storage;

/// <summary>Finds rows by two texts, for all that wait with one query.</summary>
/// <typeparam name="TAnswer">What a caller is given.</typeparam>
/// <param name="source">The connections.</param>
/// <param name="sql">
/// Takes two arrays of texts, which go together by their places; each row ends with the place of its call, counted from 1.
/// </param>
/// <param name="columns">How many columns stand before that place.</param>
/// <param name="read">Adds a row to what its call has so far.</param>
internal sealed class PostgresTogether<TAnswer>(NpgsqlDataSource source, string sql, int columns, Func<NpgsqlDataReader, TAnswer?, TAnswer> read)
    : AskedTogether<(string First, string Second), TAnswer?>
    where TAnswer : class
{
    /// <summary>The answer for these two texts; null when there is no row.</summary>
    public Task<TAnswer?> AskAsync(string first, string second, CancellationToken cancellationToken) =>
        // Nobody has such an identifier, and asking would cost others their answer.
        PostgresTexts.CanBeStored(first) && PostgresTexts.CanBeStored(second)
            ? AskAsync((first, second), cancellationToken)
            : Task.FromResult<TAnswer?>(null);

    protected override bool IsAboutOne(Exception problem) => PostgresTexts.IsWhyItFailed(problem);

    protected override async Task<TAnswer?[]> QueryAsync(IReadOnlyList<(string First, string Second)> questions)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. questions.Select(question => question.First)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. questions.Select(question => question.Second)] });
        await using var rows = await command.ExecuteReaderAsync();
        var answers = new TAnswer?[questions.Count];
        while (await rows.ReadAsync())
        {
            ref var answer = ref answers[rows.GetInt64(columns) - 1];
            answer = read(rows, answer);
        }

        return answers;
    }
}
