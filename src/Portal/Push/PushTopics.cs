using Portal.Activity;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;

namespace Portal.Push;

/// <summary>What staff can do about the pushes of a pass type.</summary>
public sealed partial class PushTopics(
    PortalWriter writer, PushSignal signal, PortalEvents events, TimeProvider time, ILogger<PushTopics> logger)
{
    /// <summary>Resumes a stopped topic; one push goes first, the others when it was answered well.</summary>
    /// <returns>How many pushes wait.</returns>
    public async Task<int> ResumeAsync(int passTypeId, CancellationToken cancellationToken)
    {
        var waiting = await writer.WriteAsync(
            (db, token) => TopicStops.ResumeAsync(db, passTypeId, time.GetUtcNow(), token), cancellationToken);
        Log.Resumed(logger, passTypeId, waiting);
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.PushAnswered));
        return waiting;
    }

    /// <summary>Takes back the retirements of a pass type since a moment, and wakes these devices.</summary>
    /// <returns>How many push targets live again.</returns>
    public async Task<int> UndoRetirementsAsync(int passTypeId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var undone = await writer.WriteAsync(
            (db, token) => TokenRetirement.UndoAsync(db, passTypeId, since, time.GetUtcNow(), token), cancellationToken);
        Log.Undone(logger, passTypeId, Counted.Of(undone, "retired push target"));
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.RegistrationChanged));
        return undone;
    }

    /// <summary>Resumes a topic that APNs had refused, when its certificate was replaced since.</summary>
    internal async Task<bool> ResumeRenewedAsync(TopicQueue queue, CancellationToken cancellationToken)
    {
        if (queue.Renewed)
            await ResumeAsync(queue.PassTypeId, cancellationToken);
        return queue.Renewed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Pushes of pass type {PassTypeId} are resumed; waiting: {Waiting}")]
        public static partial void Resumed(ILogger logger, int passTypeId, int waiting);

        [LoggerMessage(Level = LogLevel.Information, Message = "Brought back to life in pass type {PassTypeId}: {Targets}")]
        public static partial void Undone(ILogger logger, int passTypeId, string targets);
    }
}
