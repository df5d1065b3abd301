using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>Asks PostgreSQL for lists, as many with one query as wait for one.</summary>
/// <remarks>
/// A query costs the two sides some hundred microseconds, of which finding one list in it is a small part. So a call that
/// comes while others are being asked waits for the next query, and goes with all that came meanwhile; one that comes alone
/// goes at once. A query begins after each of its calls came, so what it reads is never older than the call.
/// </remarks>
internal sealed class PostgresLists(NpgsqlDataSource source, string listSql)
{
    private const int MostInOneQuery = 100;

    // More of them make smaller batches, which cost more; one alone would leave the other side idle.
    private const int MostQueries = 2;

    // Each call is a row with a number, by which its passes come back. OFFSET 0 has every row looked up by itself: without
    // it a planner that knows little of a young database reads all registrations of the pass type and then drops most.
    private readonly string _sql =
        $"""
        SELECT l.*, a."Call" FROM unnest($1, $2) WITH ORDINALITY AS a("Device", "Type", "Call")
        CROSS JOIN LATERAL ({string.Format(CultureInfo.InvariantCulture, listSql, "a.\"Device\"", "a.\"Type\"")} OFFSET 0) AS l
        """;

    private readonly ConcurrentQueue<Call> _waiting = new();
    private int _queries;

    /// <summary>What a device has of a pass type; null when it is unknown or has none.</summary>
    public Task<DeviceUpdates?> AskAsync(string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken)
    {
        if (!CanBeStored(deviceLibraryIdentifier) || !CanBeStored(passTypeIdentifier))
            return Task.FromResult<DeviceUpdates?>(null);
        var call = new Call(deviceLibraryIdentifier, passTypeIdentifier);
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

    private async Task<DeviceUpdates?[]> QueryAsync(List<Call> calls)
    {
        await using var command = source.CreateCommand(_sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. calls.Select(call => call.Device)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. calls.Select(call => call.PassType)] });
        await using var rows = await command.ExecuteReaderAsync();
        var answers = new DeviceUpdates?[calls.Count];
        while (await rows.ReadAsync())
            (answers[rows.GetInt64(ListRow.Columns) - 1] ??= ListRow.Start(rows)).Passes.Add(ListRow.Pass(rows));
        return answers;
    }

    private sealed record Call(string Device, string PassType)
    {
        public TaskCompletionSource<DeviceUpdates?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
