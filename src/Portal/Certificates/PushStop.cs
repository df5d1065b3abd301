using Portal.Data.Pushes;

namespace Portal.Certificates;

/// <summary>The pushes of a pass type are stopped, and everything stays queued.</summary>
/// <param name="Reason">Apple's word, or <see cref="TopicStops.Brake"/> when the portal stopped them itself.</param>
/// <param name="Since">When they were stopped.</param>
/// <param name="Waiting">How many go out after a resumption; parked ones, which only a new change sends, are left out.</param>
public sealed record PushStop(string Reason, DateTimeOffset Since, int Waiting)
{
    public bool IsBrake => string.Equals(Reason, TopicStops.Brake, StringComparison.Ordinal);
}
