using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A seat of an event or a journey.</summary>
public sealed record SemanticSeat
{
    private UnknownKeys? _unknown;

    /// <summary>The section. Localizable.</summary>
    public string? SeatSection { get; init; }

    /// <summary>The row. Localizable.</summary>
    public string? SeatRow { get; init; }

    /// <summary>The number or letter of the seat. Localizable.</summary>
    public string? SeatNumber { get; init; }

    /// <summary>The issuer's own identifier of the seat.</summary>
    public string? SeatIdentifier { get; init; }

    /// <summary>The kind of seat, such as reserved. Localizable.</summary>
    public string? SeatType { get; init; }

    /// <summary>What the seat is like. Localizable.</summary>
    public string? SeatDescription { get; init; }

    /// <summary>The aisle. Localizable. iOS 18.</summary>
    public string? SeatAisle { get; init; }

    /// <summary>The level or floor. Localizable. iOS 18.</summary>
    public string? SeatLevel { get; init; }

    /// <summary>The colour of the section; poster event tickets show it. iOS 18.</summary>
    public PassColor? SeatSectionColor { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
