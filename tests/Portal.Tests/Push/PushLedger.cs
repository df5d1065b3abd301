using System.Collections.Concurrent;
using Portal.Data.Pushes;
using Portal.Testing;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>Counts the pushes that every device got, and compares them with what was saved.</summary>
internal sealed class PushLedger
{
    private readonly ConcurrentDictionary<string, int> _delivered = new(StringComparer.OrdinalIgnoreCase);

    public PushLedger(SimulatedApns apns) => apns.Delivered = push => _delivered.AddOrUpdate(push.Token, 1, static (_, count) => count + 1);

    /// <summary>How often a device was woken.</summary>
    public int DeliveredTo(string token) => _delivered.GetValueOrDefault(token);

    /// <summary>
    /// Lost is a live device that neither was woken for the last save nor waits for it any more. Torn is a device of which
    /// the mark and the log of pushes tell two stories, which one transaction writes. Duplicates are more pushes than saves.
    /// </summary>
    /// <param name="queue">The pass type that was saved.</param>
    /// <param name="lastSave">The tag of the last save.</param>
    /// <param name="saves">How many saves there were, each with pushes of its own.</param>
    /// <param name="detail">What else was counted.</param>
    public async Task<FaultReport> ReportAsync(QueueWorld queue, long lastSave, int saves = 1, string? detail = null)
    {
        var waiting = (await queue.PendingAsync()).Select(push => push.PushTargetId).ToHashSet();
        var accepted = (await queue.AttemptsAsync()).Where(attempt => attempt.Outcome is PushOutcome.Accepted)
            .GroupBy(attempt => attempt.PushTargetId).ToDictionary(attempts => attempts.Key, attempts => attempts.Max(attempt => attempt.Tag));
        int lost = 0, torn = 0, duplicates = 0;
        foreach (var target in await queue.TargetsAsync())
        {
            var delivered = DeliveredTo(target.PushToken);
            if (target.RetiredAt is null && !waiting.Contains(target.Id) && (target.AcceptedTag < lastSave || delivered == 0))
                lost++;
            if (target.AcceptedTag != accepted.GetValueOrDefault(target.Id))
                torn++;
            duplicates += Math.Max(0, delivered - saves);
        }

        return new FaultReport(lost, torn, duplicates) { Detail = detail };
    }
}
