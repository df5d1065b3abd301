using System.Collections.Concurrent;
using System.Text;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>Asks PostgreSQL one question for many callers: those that wait for an answer are asked for with one query.</summary>
/// <remarks>
/// A query costs the two sides some hundred microseconds, of which finding one row in it is a small part. So a call that
/// comes while others are being asked waits for the next query, and goes with all that came meanwhile; one that comes alone
/// goes at once. A query begins after each of its calls came, so what it reads is never older than the call.
/// </remarks>
/// <typeparam name="TAnswer">What a caller is given.</typeparam>
/// <param name="source">The connections.</param>
/// <param name="sql">
/// Takes two arrays of texts, which go together by their places; each row ends with the place of its call, counted from 1.
/// </param>
/// <param name="columns">How many columns stand before that place.</param>
/// <param name="read">Adds a row to what its call has so far.</param>
internal sealed class PostgresTogether<TAnswer>(NpgsqlDataSource source, string sql, int columns, Func<NpgsqlDataReader, TAnswer?, TAnswer> read)
    where TAnswer : class
{
    private const int MostInOneQuery = 100;

    // More of them make smaller batches, which cost more; one alone would leave the other side idle.
    private const int MostQueries = 2;

    private readonly ConcurrentQueue<Call> _waiting = new();
    private int _queries;

    /// <summary>The answer for these two texts; null when there is no row.</summary>
    public Task<TAnswer?> AskAsync(string first, string second, CancellationToken cancellationToken)
    {
        if (!CanBeStored(first) || !CanBeStored(second))
            return Task.FromResult<TAnswer?>(null);
        var call = new Call(first, second);
        _waiting.Enqueue(call);
        if (TryBegin())
            _ = AskAllAsync();
        return call.Answer.Task.WaitAsync(cancellationToken);
    }

    // PostgreSQL knows no U+0000 and no half of a letter: nobody has such an identifier, and asking would cost others their answer.
    private static bool CanBeStored(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i)))
                return false;
            if (char.IsSurrogate(text[i]))
                i++;
        }

        return true;
    }

    private bool TryBegin()
    {
        var queries = Volatile.Read(ref _queries);
        while (queries < MostQueries)
        {
            var seen = Interlocked.CompareExchange(ref _queries, queries + 1, queries);
            if (seen == queries)
                return true;
            queries = seen;
        }

        return false;
    }

    // Every failure goes to the calls it belongs to; none is left for this task.
    private async Task AskAllAsync()
    {
        do
        {
            while (TakeWaiting() is { Count: > 0 } calls)
                await AnswerAsync(calls);
            Interlocked.Decrement(ref _queries);
        }
        while (!_waiting.IsEmpty && TryBegin());
    }

    private List<Call> TakeWaiting()
    {
        List<Call> calls = [];
        while (calls.Count < MostInOneQuery && _waiting.TryDequeue(out var call))
            calls.Add(call);
        return calls;
    }

    private async Task AnswerAsync(List<Call> calls)
    {
        try
        {
            var answers = await QueryAsync(calls);
            for (var i = 0; i < calls.Count; i++)
                calls[i].Answer.TrySetResult(answers[i]);
        }
        catch (Exception problem) when (calls.Count > 1 && IsAboutOneText(problem))
        {
            // Nobody is to suffer from what another one sent.
            foreach (var call in calls)
                await AnswerAsync([call]);
        }
        catch (Exception problem)
        {
            foreach (var call in calls)
                call.Answer.TrySetException(problem);
        }
    }

    // Class 22 are 'data exceptions', such as U+0000 in a text; the other is a text that is no Unicode.
    private static bool IsAboutOneText(Exception problem) =>
        problem is EncoderFallbackException || (problem is PostgresException { SqlState: var state } && state.StartsWith("22", StringComparison.Ordinal));

    private async Task<TAnswer?[]> QueryAsync(List<Call> calls)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. calls.Select(call => call.First)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. calls.Select(call => call.Second)] });
        await using var rows = await command.ExecuteReaderAsync();
        var answers = new TAnswer?[calls.Count];
        while (await rows.ReadAsync())
        {
            ref var answer = ref answers[rows.GetInt64(columns) - 1];
            answer = read(rows, answer);
        }

        return answers;
    }

    private sealed record Call(string First, string Second)
    {
        public TaskCompletionSource<TAnswer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
