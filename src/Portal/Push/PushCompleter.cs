using System.Threading.Channels;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Hosting.Telemetry;

namespace Portal.Push;

/// <summary>Stores the ends of claims in batches: while one batch is being committed, the next gathers.</summary>
public sealed partial class PushCompleter(
    PushCompletions completions, PortalEvents events, PushMetrics metrics, TimeProvider time, ILogger<PushCompleter> logger)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Not one for a single reader, which cannot count what waits.
    private readonly Channel<PushCompletion> _waiting = Channel.CreateUnbounded<PushCompletion>();

    /// <summary>Called after a commit with what it stored.</summary>
    public Action<CompletedBatch>? Stored { get; set; }

    /// <summary>How many wait to be stored.</summary>
    public int Backlog => _waiting.Reader.Count;

    public void Add(PushCompletion completion) => _waiting.Writer.TryWrite(completion);

    /// <summary>No more will be added: what waits is stored, then <see cref="RunAsync"/> ends.</summary>
    public void Finish() => _waiting.Writer.TryComplete();

    /// <summary>Stores until <see cref="Finish"/>, or until there is no more time.</summary>
    public async Task RunAsync(CancellationToken abandon)
    {
        List<PushCompletion> batch = new(PushCompletions.BatchLimit);
        while (await _waiting.Reader.WaitToReadAsync(abandon))
        {
            while (batch.Count < PushCompletions.BatchLimit && _waiting.Reader.TryRead(out var completion))
                batch.Add(completion);
            Tell(await StoreAsync(batch, abandon));
            batch.Clear();
        }
    }

    // Given up on only with the process: the leases run out by themselves, and the pushes go out once more.
    private async Task<CompletedBatch> StoreAsync(List<PushCompletion> batch, CancellationToken abandon)
    {
        while (true)
        {
            using var span = PortalTracing.Begin("store answers")?.SetTag("portal.answers", batch.Count);
            try
            {
                return await completions.ApplyAsync(batch, abandon);
            }
            catch (Exception problem) when (!abandon.IsCancellationRequested)
            {
                Log.NotStored(logger, Counted.Of(batch.Count, "answer"), problem);
                await Task.Delay(AfterFailure, time, abandon);
            }
        }
    }

    private void Tell(CompletedBatch batch)
    {
        metrics.Completed(batch);
        if (batch.Stale > 0)
            Log.Stale(logger, Counted.Of(batch.Stale, "answer"));
        if (batch.Retired > 0)
            Log.Retired(logger, Counted.Of(batch.Retired, "push token"));
        PushCompletion[] stops = [.. batch.Completions.Where(completion => completion.StopReason is not null).DistinctBy(completion => completion.Push.PassTypeId)];
        foreach (var stop in stops)
            Log.Stopped(logger, stop.Push.PassTypeId, stop.StopReason ?? "");
        foreach (var refused in batch.Completions.Where(completion => completion.Fate is PushFate.Park).GroupBy(completion => completion.Reason, StringComparer.Ordinal))
            Log.Refused(logger, Counted.Of(refused.Count(), "push", "pushes"), refused.Key ?? "");
        Stored?.Invoke(batch);
        if (batch.Completions.Any(completion => completion.Outcome is not null))
            events.Publish(new PortalEvent(PortalEventKind.PushAnswered));
        if (stops.Length > 0)
            events.Publish(new PortalEvent(PortalEventKind.PushStopChanged));
        if (batch.Retired > 0)
            events.Publish(new PortalEvent(PortalEventKind.RegistrationChanged));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Answers} of the push service could not be stored; trying again")]
        public static partial void NotStored(ILogger logger, string answers, Exception problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Answers} came after the lease had run out; what was pushed goes out once more")]
        public static partial void Stale(ILogger logger, string answers);

        [LoggerMessage(Level = LogLevel.Information, Message = "APNs called {Tokens} dead; the registrations there were retired")]
        public static partial void Retired(ILogger logger, string tokens);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The push service called {Pushes} wrong: {Reason}. They wait for the next change, or for somebody who pushes again under Updates")]
        public static partial void Refused(ILogger logger, string pushes, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Pushes of pass type {PassTypeId} are stopped: {Reason}. Everything stays queued until somebody resumes them under Certificates")]
        public static partial void Stopped(ILogger logger, int passTypeId, string reason);
    }
}
