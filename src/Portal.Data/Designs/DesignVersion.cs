namespace Portal.Data.Designs;

/// <summary>One version of a design's document: immutable once published, the draft until then.</summary>
public sealed class DesignVersion
{
    public long Id { get; set; }

    public long DesignId { get; set; }

    /// <summary>1, 2, 3 ... within the design. The draft has the number it will be published under.</summary>
    public int Number { get; set; }

    /// <summary>The design document as JSON text.</summary>
    public required string Document { get; set; }

    /// <summary>Null while this is the draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Raised with every save of the draft, so that two people do not overwrite each other unseen.</summary>
    public int Revision { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    public string? ModifiedBy { get; set; }
}
