using Portal.Data.Certificates;

namespace Portal.Data.Designs;

/// <summary>What all passes made from it share. Its published document is a numbered version; one draft may stand beside them.</summary>
public sealed class PassDesign
{
    public long Id { get; set; }

    public int PassTypeId { get; set; }

    public PassType? PassType { get; set; }

    public required string Name { get; set; }

    /// <summary>The JSON key of the pass style: boardingPass, coupon, eventTicket, generic or storeCard.</summary>
    public required string Style { get; set; }

    /// <summary>The number of the version that passes follow; null until the first publication.</summary>
    public int? PublishedNumber { get; set; }

    /// <summary>The update tag of the last publication. A pass's effective tag is never lower.</summary>
    public long Tag { get; set; }

    /// <summary>When <see cref="Tag"/> was drawn.</summary>
    public DateTimeOffset TagAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    public List<DesignVersion> Versions { get; } = [];
}
