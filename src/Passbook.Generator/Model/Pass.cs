using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A pass as <c>pass.json</c> describes it: everything Wallet shows but the images.</summary>
/// <remarks>
/// Immutable; change it with a <c>with</c> expression. Two passes with equal content are equal. Exactly one of the five styles is
/// set; <see cref="PassValidator"/> tells what Wallet would refuse. Texts marked localizable are looked up in the
/// <c>pass.strings</c> of the phone's language. Keys that are not known here survive being read and written again. Source: Apple, "Pass" and "Building a Pass".
/// </remarks>
public sealed record Pass
{
    private readonly JsonTree? _userInfo;
    private UnknownKeys? _unknown;

    /// <summary>The version of the format; Wallet knows 1. It is 0 in a pass that was read and does not say.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>The identifier of the pass type, registered with Apple, such as <c>pass.com.example.coffee</c>.</summary>
    public required string PassTypeIdentifier { get; init; }

    /// <summary>What tells this pass from others of its type.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The developer team that owns the pass type; ten characters.</summary>
    public required string TeamIdentifier { get; init; }

    /// <summary>Who issues the pass; shown on the lock screen. Localizable.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>What the pass is, for VoiceOver. Localizable.</summary>
    public required string Description { get; init; }

    /// <summary>The text beside the logo. Localizable.</summary>
    public string? LogoText { get; init; }

    /// <summary>The background.</summary>
    public PassColor? BackgroundColor { get; init; }

    /// <summary>The values.</summary>
    public PassColor? ForegroundColor { get; init; }

    /// <summary>The labels; Wallet derives a colour when not set.</summary>
    public PassColor? LabelColor { get; init; }

    /// <summary>True: no shine over the strip image.</summary>
    public bool? SuppressStripShine { get; init; }

    /// <summary>The fields, when this is a boarding pass.</summary>
    public BoardingPassFields? BoardingPass { get; init; }

    /// <summary>The fields, when this is a coupon.</summary>
    public PassFields? Coupon { get; init; }

    /// <summary>The fields, when this is an event ticket.</summary>
    public PassFields? EventTicket { get; init; }

    /// <summary>The fields, when this is a generic pass.</summary>
    public PassFields? Generic { get; init; }

    /// <summary>The fields, when this is a store card.</summary>
    public PassFields? StoreCard { get; init; }

    /// <summary>The barcodes in order of preference: a phone shows the first one it knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<PassBarcode> Barcodes { get; init; }

    /// <summary>The barcode for iOS 8 and older: the first one in a format of that time.</summary>
    [JsonInclude, JsonPropertyName("barcode")]
    internal PassBarcode? LegacyBarcode
    {
        get
        {
            foreach (var barcode in Barcodes)
            {
                if (barcode.Format is BarcodeFormat.Qr or BarcodeFormat.Pdf417 or BarcodeFormat.Aztec)
                    return barcode;
            }

            return null;
        }

        init
        {
            if (Barcodes.IsEmpty && value is not null)
                Barcodes = [value];
        }
    }

    /// <summary>What the pass says to a contactless reader.</summary>
    public PassNfc? Nfc { get; init; }

    /// <summary>Where the pass is offered; at most ten places.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<PassLocation> Locations { get; init; }

    /// <summary>Near which beacons the pass is offered; at most ten.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<PassBeacon> Beacons { get; init; }

    /// <summary>How near a location counts, in metres; the smaller of this and Wallet's own distance is used.</summary>
    public double? MaxDistance { get; init; }

    /// <summary>When the pass is offered. Replaced by <see cref="RelevantDates"/> in iOS 18. Fractions of a second are dropped.</summary>
    public DateTimeOffset? RelevantDate { get; init => field = W3CDate.WholeSeconds(value); }

    /// <summary>When the pass is offered. iOS 18.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<RelevantDate> RelevantDates { get; init; }

    /// <summary>When the pass stops being valid; it is then shown greyed. Fractions of a second are dropped.</summary>
    public DateTimeOffset? ExpirationDate { get; init => field = W3CDate.WholeSeconds(value); }

    /// <summary>True: the pass is no longer valid, such as a coupon that has been used.</summary>
    public bool? Voided { get; init; }

    /// <summary>The address of the web service that sends updates, https; set together with <see cref="AuthenticationToken"/>.</summary>
    [JsonPropertyName("webServiceURL")]
    public Uri? WebServiceUrl { get; init; }

    /// <summary>The shared secret of this pass and the web service; at least 16 characters.</summary>
    public string? AuthenticationToken { get; init; }

    /// <summary>Groups boarding passes, or event tickets, of one journey or event.</summary>
    public string? GroupingIdentifier { get; init; }

    /// <summary>True: Wallet shows no Share button. iOS 11.</summary>
    public bool? SharingProhibited { get; init; }

    /// <summary>An address handed to the associated app when it is opened from the pass; needs <see cref="AssociatedStoreIdentifiers"/>.</summary>
    [JsonPropertyName("appLaunchURL")]
    public Uri? AppLaunchUrl { get; init; }

    /// <summary>The App Store identifiers of associated apps; the first one found is offered on the back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<long> AssociatedStoreIdentifiers { get; init; }

    /// <summary>Any JSON, for the issuer's own app; Wallet does not show it.</summary>
    public JsonElement? UserInfo
    {
        get => _userInfo?.Root;
        init => _userInfo = value is { } element ? new JsonTree(element.Clone()) : null;
    }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }

    /// <summary>The style that is set; <see cref="PassStyle.Generic"/> when none is.</summary>
    [JsonIgnore]
    public PassStyle Style =>
        BoardingPass is not null ? PassStyle.BoardingPass
        : Coupon is not null ? PassStyle.Coupon
        : EventTicket is not null ? PassStyle.EventTicket
        : StoreCard is not null ? PassStyle.StoreCard
        : PassStyle.Generic;

    /// <summary>The fields of the style that is set; no fields when none is.</summary>
    [JsonIgnore]
    public PassFields Fields => BoardingPass ?? Coupon ?? EventTicket ?? StoreCard ?? Generic ?? new PassFields();

    /// <summary>Which pass this is; never its authentication token, so that a pass may be logged.</summary>
    public override string ToString() => $"{Style} {PassTypeIdentifier}/{SerialNumber}";
}
