using Portal.Data.Certificates;
using Portal.Data.Designs;

namespace Portal.Data.Passes;

/// <summary>
/// A pass as the portal keeps it: the design it follows and what it sets itself. What a phone gets is rendered from both.
/// </summary>
public sealed class IssuedPass
{
    public long Id { get; set; }

    public int PassTypeId { get; set; }

    public PassType? PassType { get; set; }

    /// <summary>Unique within the pass type, compared ordinally.</summary>
    public required string SerialNumber { get; set; }

    public long DesignId { get; set; }

    public PassDesign? Design { get; set; }

    /// <summary>At least 128 random bits; it stays the same for the life of the pass.</summary>
    public required string AuthenticationToken { get; set; }

    /// <summary>The code of the public download address; not the serial number, and replaceable.</summary>
    public required string DownloadCode { get; set; }

    /// <summary>A JSON object of canonical texts by field id: only what this pass sets itself.</summary>
    public string Values { get; set; } = "{}";

    /// <summary>The value of the design's holder field, kept for search and lists.</summary>
    public string? Holder { get; set; }

    /// <summary>Serial number and values in lower case, a line each: what the search looks through.</summary>
    public string SearchText { get; set; } = "";

    public bool Voided { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>A deleted pass is no longer listed here, but phones go on getting its last, voided version.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The update tag of the pass's own last change.</summary>
    public long Tag { get; set; }

    /// <summary>When <see cref="Tag"/> was drawn.</summary>
    public DateTimeOffset TagAt { get; set; }

    /// <summary>The effective tag at which the pass left the portal for the first time; null until then.</summary>
    public long? FirstHandedOutTag { get; set; }

    /// <summary>The highest tag fetched by somebody who could not be told apart.</summary>
    public long FetchedTag { get; set; }

    public DateTimeOffset? FetchedAt { get; set; }

    /// <summary>Raised by every change; the concurrency token of an edit.</summary>
    public int Revision { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
