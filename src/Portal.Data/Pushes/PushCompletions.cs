using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Pushes;

/// <summary>Stores what became of claimed pushes: a whole batch in one short transaction.</summary>
/// <remarks>
/// What is not finished returns to the queue, unless its lease is over: then it has been returned already, and a holder that
/// slept through its lease changes nothing there. A save that landed while the push was under way has queued its own push.
/// For one caller at a time.
/// </remarks>
/// <param name="writer">Runs the transaction.</param>
/// <param name="clock">The clock of the queue.</param>
/// <param name="rowsGone">Called inside the transaction, between the end of the claims and their log: for tests of a crash there.</param>
public sealed class PushCompletions(PortalWriter writer, QueueClock clock, Action? rowsGone = null)
{
    /// <summary>The most answers worth one batch, so that it holds the write gate for less than 50 ms.</summary>
    public const int BatchLimit = 1000;

    private readonly LeaseCounts _leases = new();

    /// <summary>Applies the answers. Nothing of the batch is stored when it throws; it may then be applied again.</summary>
    public async Task<CompletedBatch> ApplyAsync(IReadOnlyList<PushCompletion> completions, CancellationToken cancellationToken)
    {
        var (batch, held) = await writer.WriteAsync((db, token) => ApplyAsync(db, completions, token), cancellationToken);
        _leases.Count(completions, held);
        return batch;
    }

    private async Task<(CompletedBatch Batch, HashSet<Guid> Held)> ApplyAsync(
        PortalDbContext db, IReadOnlyList<PushCompletion> completions, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var sql = PushCompletionSql.For(db);
        var held = await LeaseCounts.HoldAsync(db, completions, cancellationToken);
        var retired = await TokenRetirement.RetireAsync(db, [.. completions.Where(IsDeath)], now, cancellationToken);
        // In the order of their keys, as every change takes them: two nodes would deadlock otherwise. Of two changes that were
        // under way to one device, the newer one counts.
        List<PushCompletion> settled =
            [.. completions.Select(completion => Settle(completion, retired))
                .OrderBy(completion => completion.Push.PushTargetId).ThenByDescending(completion => completion.Push.Tag)];

        List<PushCompletion> unfinished =
            [.. OnePerTarget(settled.Where(completion => completion.Fate is not PushFate.Done && held.Contains(completion.Push.LeaseId)))];
        if (unfinished.Count > 0)
            await CompletionBatch.Of(db, unfinished, clock.Latest).ExecuteAsync(sql.Return, cancellationToken);
        if (_leases.EndedBy(completions) is { Count: > 0 } ended)
            await db.PushLeases.Where(lease => ended.Contains(lease.Id)).ExecuteDeleteAsync(cancellationToken);
        rowsGone?.Invoke();
        await CompletionBatch.Of(db, [.. OnePerTarget(settled)], now).ExecuteAsync(sql.Mark, cancellationToken);
        await CompletionBatch.Of(db, settled, now).ExecuteAsync(sql.Log, cancellationToken);

        foreach (var stop in settled.Where(completion => completion.StopReason is not null).DistinctBy(completion => completion.Push.PassTypeId))
            await TopicStops.StopAsync(db, stop.Push.PassTypeId, stop.StopReason ?? "", now, cancellationToken);

        return (new CompletedBatch(settled, retired.Count, settled.Count(completion => !held.Contains(completion.Push.LeaseId))), held);
    }

    private static IEnumerable<PushCompletion> OnePerTarget(IEnumerable<PushCompletion> newestFirst) =>
        newestFirst.DistinctBy(completion => completion.Push.PushTargetId);

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
/// <param name="Stale">How many answers came from a claim that had run out: logged, but the queue left alone.</param>
public sealed record CompletedBatch(IReadOnlyList<PushCompletion> Completions, int Retired, int Stale);
