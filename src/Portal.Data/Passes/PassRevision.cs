using Portal.Data.Activity;

namespace Portal.Data.Passes;

/// <summary>A pass's own values as one change left them.</summary>
public sealed class PassRevision
{
    public long Id { get; set; }

    public long PassId { get; set; }

    /// <summary>Equal to <see cref="IssuedPass.Revision"/> when it was written.</summary>
    public int Number { get; set; }

    public required string Values { get; set; }

    public bool Voided { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public long Tag { get; set; }

    public Guid ChangeId { get; set; }

    public Change? Change { get; set; }
}
