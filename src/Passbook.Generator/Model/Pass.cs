using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A pass as <c>pass.json</c> describes it: everything Wallet shows but the images.</summary>
/// <remarks>
/// Immutable; change it with a <c>with</c> expression. Two passes with equal content are equal; how a date, a colour or a list was spelt
/// where it was read does not count, nor does the fragment of an address, as with every <see cref="Uri"/>. One of the five legacy styles
/// is set, or <see cref="PosterGeneric"/>, or it beside one of the five: an older phone then shows the legacy style.
/// <see cref="PassValidator"/> tells what Wallet would refuse. Texts marked localizable are looked up in the <c>pass.strings</c> of the
/// phone's language. Keys and values that are not known here survive being read and written again. Source: Apple, "Pass" and "Building
/// a Pass".
/// </remarks>
public sealed partial record Pass
{
    private readonly AsRead<LegacyBarcodeAsRead> _legacyBarcode;
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

    /// <summary>The text beside the logo; not on a poster event ticket. Localizable.</summary>
    public string? LogoText { get; init; }

    /// <summary>The text beside the logo of a poster event ticket. Localizable. iOS 18.1.</summary>
    public string? EventLogoText { get; init; }

    /// <summary>The name of a symbol shown as the logo. Apple does not document it, its own pass builder writes it.</summary>
    public string? LogoSymbolName { get; init; }

    /// <summary>The background.</summary>
    public PassColor? BackgroundColor { get; init; }

    /// <summary>The values.</summary>
    public PassColor? ForegroundColor { get; init; }

    /// <summary>The labels; Wallet derives a colour when not set.</summary>
    public PassColor? LabelColor { get; init; }

    /// <summary>The primary field's value over the strip image. Apple does not document it, its own pass builder writes it.</summary>
    public PassColor? StripColor { get; init; }

    /// <summary>The footer of a poster event ticket, which is otherwise a blur of the artwork. iOS 18.</summary>
    public PassColor? FooterBackgroundColor { get; init; }

    /// <summary>True: Wallet chooses the colours of labels and values by the artwork, and ignores those set. False or not set: those set. Poster event ticket, iOS 18.</summary>
    public bool? UseAutomaticColors { get; init; }

    /// <summary>True: no shadow behind the header. False or not set: a shadow. Poster event ticket, iOS 18.</summary>
    public bool? SuppressHeaderDarkening { get; init; }

    /// <summary>True or not set: no shine over the strip image. False: a shine, on iOS 6 only.</summary>
    public bool? SuppressStripShine { get; init; }

    /// <summary>
    /// The ways to draw the pass, the preferred one first: poster event ticket before event ticket (iOS 18), semantic boarding pass before
    /// boarding pass (iOS 26). Only the classic one when not set.
    /// </summary>
    public ValueList<StyleScheme> PreferredStyleSchemes { get; init; }

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

    /// <summary>The fields, when this is a poster; may stand beside one of the other styles, for phones before iOS 27. iOS 27.</summary>
    public PassFields? PosterGeneric { get; init; }

    /// <summary>What the pass is about, for suggestions, and for the looks drawn from it.</summary>
    public SemanticTags? Semantics { get; init; }

    /// <summary>Cards under the pass that lead somewhere; at most two. iOS 27.</summary>
    public ValueList<FeaturedAction> FeaturedActions { get; init; }

    /// <summary>The events still to come that the pass is for too. Poster event ticket, iOS 26.</summary>
    public ValueList<UpcomingPassInformation> UpcomingPassInformation { get; init; }

    /// <summary>The barcodes in order of preference: a phone shows the first one it knows.</summary>
    /// <remarks>The key <c>barcode</c>, for iOS 8 and older, is written with the first one in a format of that time.</remarks>
    [JsonIgnore]
    public ValueList<PassBarcode> Barcodes
    {
        get;
        init
        {
            field = value;
            _legacyBarcode = default;
        }
    }

    [JsonInclude, JsonPropertyName("barcodes")]
    internal ValueList<PassBarcode> BarcodeList
    {
        get => _legacyBarcode.Value is { IsAlone: true } ? default : Barcodes;
        init => Barcodes = value;
    }

    // Set after the list, wherever the two stand in the JSON: the serializer sets members in the order of their declaration.
    [JsonInclude, JsonPropertyName("barcode")]
    internal PassBarcode? LegacyBarcode
    {
        get => _legacyBarcode.Value is { } read ? read.Barcode : FirstOfIos8();
        init
        {
            var isAlone = Barcodes.IsEmpty && value is not null;
            if (isAlone)
                Barcodes = [value!];
            if (isAlone || !Equals(value, FirstOfIos8()))
                _legacyBarcode = new AsRead<LegacyBarcodeAsRead>(new LegacyBarcodeAsRead(value, isAlone));
        }
    }

    /// <summary>What the pass says to a contactless reader.</summary>
    public PassNfc? Nfc { get; init; }

    /// <summary>Where the pass is offered; at most ten places.</summary>
    public ValueList<PassLocation> Locations { get; init; }

    /// <summary>Near which beacons the pass is offered; at most ten.</summary>
    public ValueList<PassBeacon> Beacons { get; init; }

    /// <summary>How near a location counts, in metres; the smaller of this and Wallet's own distance is used.</summary>
    public double? MaxDistance { get; init; }

    /// <summary>When the pass is offered. Replaced by <see cref="RelevantDates"/> in iOS 18.</summary>
    public PassDate? RelevantDate { get; init; }

    /// <summary>When the pass is offered. iOS 18.</summary>
    public ValueList<RelevantDate> RelevantDates { get; init; }

    /// <summary>When the pass stops being valid; it is then shown greyed.</summary>
    public PassDate? ExpirationDate { get; init; }

    /// <summary>True: the pass is no longer valid, such as a coupon that has been used. False or not set: it is.</summary>
    public bool? Voided { get; init; }

    /// <summary>The address of the web service that sends updates, https; set together with <see cref="AuthenticationToken"/>.</summary>
    [JsonPropertyName("webServiceURL")]
    public Uri? WebServiceUrl { get; init; }

    /// <summary>The shared secret of this pass and the web service; at least 16 characters.</summary>
    public string? AuthenticationToken { get; init; }

    /// <summary>Groups boarding passes, or event tickets, of one journey or event.</summary>
    public string? GroupingIdentifier { get; init; }

    /// <summary>True: Wallet shows no Share button. False or not set: it does. iOS 11.</summary>
    public bool? SharingProhibited { get; init; }

    /// <summary>An address handed to the associated app when it is opened from the pass; needs <see cref="AssociatedStoreIdentifiers"/>.</summary>
    [JsonPropertyName("appLaunchURL")]
    public Uri? AppLaunchUrl { get; init; }

    /// <summary>The App Store identifiers of associated apps; the first one found is offered on the back.</summary>
    public ValueList<long> AssociatedStoreIdentifiers { get; init; }

    /// <summary>The App Store identifiers of apps that have to do with the pass but may not read it. Poster event ticket, iOS 18.</summary>
    public ValueList<long> AuxiliaryStoreIdentifiers { get; init; }

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

    /// <summary>
    /// The style that is set: the legacy one, which every phone shows, before <see cref="PassStyle.PosterGeneric"/>;
    /// <see cref="PassStyle.Generic"/> when none is.
    /// </summary>
    [JsonIgnore]
    public PassStyle Style =>
        BoardingPass is not null ? PassStyle.BoardingPass
        : Coupon is not null ? PassStyle.Coupon
        : EventTicket is not null ? PassStyle.EventTicket
        : StoreCard is not null ? PassStyle.StoreCard
        : Generic is null && PosterGeneric is not null ? PassStyle.PosterGeneric
        : PassStyle.Generic;

    /// <summary>The fields of that <see cref="Style"/>; no fields when none is set.</summary>
    [JsonIgnore]
    public PassFields Fields => BoardingPass ?? Coupon ?? EventTicket ?? StoreCard ?? Generic ?? PosterGeneric ?? new PassFields();

    /// <summary>Which pass this is; never its authentication token, so that a pass may be logged.</summary>
    public override string ToString() => $"{Style} {PassTypeIdentifier}/{SerialNumber}";

    private PassBarcode? FirstOfIos8()
    {
        foreach (var barcode in Barcodes)
        {
            if (barcode.Format is BarcodeFormat.Qr or BarcodeFormat.Pdf417 or BarcodeFormat.Aztec)
                return barcode;
        }

        return null;
    }

    private sealed record LegacyBarcodeAsRead(PassBarcode? Barcode, bool IsAlone);
}
