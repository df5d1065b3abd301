using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A label and a value on a pass.</summary>
public sealed record PassField
{
    private UnknownKeys? _unknown;

    /// <summary>The field's name, unique in the whole pass; Wallet compares old and new values by it.</summary>
    public required string Key { get; init; }

    /// <summary>The value. A text is localizable.</summary>
    public required FieldValue Value { get; init; }

    /// <summary>The label beside the value. Localizable.</summary>
    public string? Label { get; init; }

    /// <summary>A text with links (<c>&lt;a href="..."&gt;</c>, nothing else) shown instead of the value; not on Apple Watch. Localizable.</summary>
    public string? AttributedValue { get; init; }

    /// <summary>What the notification says when the value changes; <c>%@</c> stands for the new value. Nothing is said when not set. Localizable.</summary>
    public string? ChangeMessage { get; init; }

    /// <summary>How the field stands in its box; not for primary and back fields.</summary>
    public TextAlignment? TextAlignment { get; init; }

    /// <summary>How the date of a date value is shown.</summary>
    public DateStyle? DateStyle { get; init; }

    /// <summary>How the time of a date value is shown.</summary>
    public DateStyle? TimeStyle { get; init; }

    /// <summary>True: the date is shown in the zone it is written in; False or not set: in the phone's.</summary>
    public bool? IgnoresTimeZone { get; init; }

    /// <summary>True: the date is shown relative to now ("in 20 minutes"). False or not set: as it is.</summary>
    public bool? IsRelative { get; init; }

    /// <summary>How a number is shown; not together with <see cref="CurrencyCode"/>.</summary>
    public NumberStyle? NumberStyle { get; init; }

    /// <summary>The ISO 4217 code of the currency of a number, such as <c>EUR</c>; not together with <see cref="NumberStyle"/>.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>What becomes a link in a field of the back: everything when not set, nothing when empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<DataDetectorType>? DataDetectorTypes { get; init; }

    /// <summary>The row of an auxiliary field of an event ticket: 0 or 1.</summary>
    public int? Row { get; init; }

    /// <summary>What the field is about, for suggestions and for the looks drawn from it.</summary>
    public SemanticTags? Semantics { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
