using Portal.Data.Passes;

namespace Portal.Passes;

/// <summary>A pass to be made. Without a serial number one is invented.</summary>
public sealed record NewPass(PassValues Values, string? SerialNumber = null)
{
    /// <summary>
    /// A UUIDv7 by which a repeated attempt is recognised, for a pass that is made on its own. It belongs to this content. Null where
    /// nobody would ask again.
    /// </summary>
    public Guid? ChangeId { get; init; }
}
