using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Stores what became of claimed pushes: a whole batch in one short transaction.</summary>
/// <remarks>
/// A row goes only while it still carries the lease and the tag of its claim. A save that landed while the push was under
/// way has raised the tag: the row stays and goes out again. A holder that slept through its lease changes nothing.
/// </remarks>
/// <param name="writer">Runs the transaction.</param>
/// <param name="time">The clock.</param>
/// <param name="rowsGone">Called inside the transaction, between the end of the rows and their log: for tests of a crash there.</param>
public sealed class PushCompletions(PortalWriter writer, TimeProvider time, Action? rowsGone = null)
{
    /// <summary>The most answers worth one batch, so that it holds the write gate for less than 50 ms.</summary>
    public const int BatchLimit = 1000;

    /// <summary>Applies the answers. Nothing of the batch is stored when it throws; it may then be applied again.</summary>
    public Task<CompletedBatch> ApplyAsync(IReadOnlyList<PushCompletion> completions, CancellationToken cancellationToken) =>
        writer.WriteAsync((db, token) => ApplyAsync(db, completions, token), cancellationToken);

    private async Task<CompletedBatch> ApplyAsync(PortalDbContext db, IReadOnlyList<PushCompletion> completions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sql = PushCompletionSql.For(db);
        var retired = await TokenRetirement.RetireAsync(db, [.. completions.Where(IsDeath)], now, cancellationToken);
        List<PushCompletion> settled = [.. completions.Select(completion => Settle(completion, retired))];

        var batch = CompletionBatch.Of(db, settled, now);
        var gone = retired.Count + await batch.ExecuteAsync(sql.End, cancellationToken);
        var released = gone < settled.Count ? await batch.ExecuteAsync(sql.Release, cancellationToken) : 0;
        rowsGone?.Invoke();
        await batch.ExecuteAsync(sql.Mark, cancellationToken);
        await batch.ExecuteAsync(sql.Log, cancellationToken);

        foreach (var stop in settled.Where(completion => completion.StopReason is not null).DistinctBy(completion => completion.Push.PassTypeId))
            await TopicStops.StopAsync(db, stop.Push.PassTypeId, stop.StopReason ?? "", now, cancellationToken);

        return new CompletedBatch(settled, retired.Count, settled.Count - gone - released);
    }

    private static bool IsDeath(PushCompletion completion) => completion.Outcome is PushOutcome.TokenDead;

    // Refused for a token that was replaced or presented again since: the device is alive, and its push still due.
    private static PushCompletion Settle(PushCompletion completion, IReadOnlySet<long> retired) =>
        IsDeath(completion) && !retired.Contains(completion.Push.PushTargetId)
            ? completion with { Outcome = PushOutcome.Retry, Fate = PushFate.Retry }
            : completion;
}

/// <summary>What a batch of completions did.</summary>
/// <param name="Completions">The answers as they were stored: a death that was not believed is a retry here.</param>
/// <param name="Retired">How many push targets were retired.</param>
/// <param name="Stale">How many answers came from a claim that had run out: logged, but their rows left alone.</param>
public sealed record CompletedBatch(IReadOnlyList<PushCompletion> Completions, int Retired, int Stale);
