namespace Portal.Data.Pushes;

/// <summary>Which lines of the push log to show; null is all.</summary>
public sealed record PushLogFilter
{
    /// <summary>Attempts that may have been about this pass: those to the push targets of its registrations, as they are now.</summary>
    /// <remarks>What went to a token that was replaced or forgotten since leads to no pass any more.</remarks>
    public long? PassId { get; init; }

    /// <summary>Attempts to the push targets of this device.</summary>
    public long? DeviceId { get; init; }

    public PushOutcome? Outcome { get; init; }

    public bool IsEmpty => this is { PassId: null, DeviceId: null, Outcome: null };

    /// <summary>The attempts, newest first.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="before">Only those older than the one with this id, so that a page costs the same however far back it is.</param>
    public IQueryable<PushAttempt> Of(PortalDbContext db, long? before)
    {
        var attempts = db.PushAttempts.AsQueryable();
        if (before is { } id)
            attempts = attempts.Where(attempt => attempt.Id < id);
        // The index of what did not go well is used only where the text of the query says that it is looked for.
        if (Outcome is PushOutcome.Accepted)
            attempts = attempts.Where(attempt => attempt.Outcome == PushOutcome.Accepted);
        else if (Outcome is { } outcome)
            attempts = attempts.Where(attempt => attempt.Outcome == outcome && attempt.Outcome != PushOutcome.Accepted);
        if (PassId is { } pass)
            attempts = attempts.Where(attempt => db.Registrations.Where(row => row.PassId == pass).Select(row => row.PushTargetId).Contains(attempt.PushTargetId));
        if (DeviceId is { } device)
            attempts = attempts.Where(attempt => db.Registrations.Where(row => row.DeviceId == device).Select(row => row.PushTargetId).Contains(attempt.PushTargetId));
        return attempts.OrderByDescending(attempt => attempt.Id);
    }
}
