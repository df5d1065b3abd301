using System.Text.Json.Serialization;
using Passbook.Generator;

namespace Portal.Designs;

/// <summary>A design as the gallery shows it.</summary>
public sealed record DesignSummary
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string PassTypeIdentifier { get; init; }

    public required string OrganizationName { get; init; }

    /// <summary>The newest document: the draft where there is one.</summary>
    [JsonConverter(typeof(DocumentAsText))]
    public required DesignDocument Document { get; init; }

    /// <summary>The version passes follow; null until the first publication.</summary>
    public int? PublishedNumber { get; init; }

    public bool HasDraft { get; init; }

    /// <summary>Passes made from it that were not deleted.</summary>
    public int PassCount { get; init; }

    /// <summary>Devices that have at least one of them.</summary>
    public int DeviceCount { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    public PassStyle Style => Document.Pass.Style;
}

/// <summary>A design opened for editing.</summary>
public sealed record DesignDraft
{
    public required long DesignId { get; init; }

    public required int PassTypeId { get; init; }

    public required string Name { get; init; }

    public required string PassTypeIdentifier { get; init; }

    public required string OrganizationName { get; init; }

    [JsonConverter(typeof(DocumentAsText))]
    public required DesignDocument Document { get; init; }

    /// <summary>What was read; it is handed back with the save, so that nobody is overwritten unseen.</summary>
    public required DraftMark Mark { get; init; }

    public int? PublishedNumber { get; init; }

    /// <summary>False while nothing differs from what passes follow.</summary>
    public bool IsDraft => Mark.Revision > 0;

    public DateTimeOffset ModifiedAt { get; init; }

    public string? ModifiedBy { get; init; }
}

/// <summary>Which state of a draft somebody has in front of them.</summary>
/// <param name="Number">The number it will be published under.</param>
/// <param name="Revision">0 while there is no draft, only what was published.</param>
public readonly record struct DraftMark(int Number, int Revision);
