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
    /// <param name="passTypeId">Whose pushes.</param>
    /// <param name="who">Who resumes them, for the log.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>How many pushes wait.</returns>
    public async Task<int> ResumeAsync(int passTypeId, string who, CancellationToken cancellationToken)
    {
        var waiting = await writer.WriteAsync(
            (db, token) => TopicStops.ResumeAsync(db, passTypeId, time.GetUtcNow(), token), cancellationToken);
        Log.Resumed(logger, who, passTypeId, waiting);
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.PushStopChanged));
        return waiting;
    }

    /// <summary>Takes back the retirements of a pass type since a moment, and wakes these devices.</summary>
    /// <param name="passTypeId">Whose push targets.</param>
    /// <param name="since">The moment of the first that is taken back.</param>
    /// <param name="who">Who takes them back, for the log.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>How many push targets live again.</returns>
    public async Task<int> UndoRetirementsAsync(int passTypeId, DateTimeOffset since, string who, CancellationToken cancellationToken)
    {
        var undone = await writer.WriteAsync(
            (db, token) => TokenRetirement.UndoAsync(db, passTypeId, since, time.GetUtcNow(), token), cancellationToken);
        Log.Undone(logger, who, Counted.Of(undone, "retired push target"), passTypeId);
        signal.Wake();
        events.Publish(new PortalEvent(PortalEventKind.RegistrationChanged));
        return undone;
    }

    /// <summary>Resumes a topic that APNs had refused, when its certificate was replaced since.</summary>
    internal async Task<bool> ResumeRenewedAsync(TopicQueue queue, CancellationToken cancellationToken)
    {
        if (queue.Renewed)
            await ResumeAsync(queue.PassTypeId, "A new certificate", cancellationToken);
        return queue.Renewed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Who} resumed the pushes of pass type {PassTypeId}; waiting: {Waiting}")]
        public static partial void Resumed(ILogger logger, string who, int passTypeId, int waiting);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Who} brought {Targets} back to life in pass type {PassTypeId}")]
        public static partial void Undone(ILogger logger, string who, string targets, int passTypeId);
    }
}
