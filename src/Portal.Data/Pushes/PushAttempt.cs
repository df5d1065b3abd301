namespace Portal.Data.Pushes;

/// <summary>The log of pushes: one row per answer, or per silence.</summary>
public sealed class PushAttempt
{
    public long Id { get; set; }

    /// <summary>The target may have been forgotten since.</summary>
    public long PushTargetId { get; set; }

    public int PassTypeId { get; set; }

    public long Tag { get; set; }

    public DateTimeOffset At { get; set; }

    public int DurationMilliseconds { get; set; }

    public PushOutcome Outcome { get; set; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; set; }

    /// <summary>APNs' reason, or ours when there was no answer.</summary>
    public string? Reason { get; set; }

    public string? ApnsId { get; set; }
}
