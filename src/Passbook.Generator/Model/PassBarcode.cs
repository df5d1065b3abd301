using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A barcode on the front of a pass.</summary>
public sealed record PassBarcode
{
    private UnknownKeys? _unknown;

    /// <summary>What the barcode looks like.</summary>
    public required BarcodeFormat Format { get; init; }

    /// <summary>What the barcode says to a scanner.</summary>
    public required string Message { get; init; }

    /// <summary>The IANA name of the character set that turns <see cref="Message"/> into bytes; most scanners expect <c>iso-8859-1</c>.</summary>
    public string MessageEncoding { get; init => field = value ?? "iso-8859-1"; } = "iso-8859-1";

    /// <summary>The text under the barcode, for a person to read out; not shown on Apple Watch. Localizable.</summary>
    public string? AltText { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
