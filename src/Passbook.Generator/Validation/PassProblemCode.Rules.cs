namespace Passbook.Generator;

public static partial class PassProblemCode
{
    /// <summary>A key every pass has is empty. Error.</summary>
    public const string RequiredEmpty = "required-empty";

    /// <summary><c>formatVersion</c> is not 1. Error.</summary>
    public const string FormatVersion = "format-version";

    /// <summary>The pass has no style. Error.</summary>
    public const string StyleMissing = "style-missing";

    /// <summary>The pass has more than one style. Error.</summary>
    public const string StyleSeveral = "style-several";

    /// <summary><c>groupingIdentifier</c> on another style than boarding pass and event ticket. Error.</summary>
    public const string GroupingNotAllowed = "grouping-not-allowed";

    /// <summary>Two colours are hard to tell apart: a contrast below 4.5. Warning.</summary>
    public const string ContrastLow = "contrast-low";

    /// <summary><c>expirationDate</c> is over. Warning.</summary>
    public const string PassExpired = "pass-expired";

    /// <summary>An entry of <c>relevantDates</c> is neither a date nor a span with a start before its end. Error.</summary>
    public const string RelevantDateInvalid = "relevant-date-invalid";

    /// <summary>A field has no key. Error.</summary>
    public const string FieldKeyEmpty = "field-key-empty";

    /// <summary>Two fields of the pass have one key. Error.</summary>
    public const string FieldKeyDuplicate = "field-key-duplicate";

    /// <summary>More fields than the style shows. Warning.</summary>
    public const string FieldsTooMany = "fields-too-many";

    /// <summary><c>currencyCode</c> is no code of ISO 4217, or the value is no number. Error.</summary>
    public const string CurrencyInvalid = "currency-invalid";

    /// <summary><c>numberStyle</c> together with a currency, or the value is no number. Error.</summary>
    public const string NumberStyleInvalid = "number-style-invalid";

    /// <summary>A key for dates, but the value is no date. Error.</summary>
    public const string DateStyleInvalid = "date-style-invalid";

    /// <summary><c>changeMessage</c> lacks <c>%@</c>, so the notification does not say the new value. Warning.</summary>
    public const string ChangeMessageWithoutValue = "change-message-without-value";

    /// <summary><c>dataDetectorTypes</c> on a field that is not on the back. Warning.</summary>
    public const string DetectorsOnFront = "detectors-on-front";

    /// <summary><c>textAlignment</c> on a primary or back field. Warning.</summary>
    public const string AlignmentIgnored = "alignment-ignored";

    /// <summary><c>row</c> on a field that is no auxiliary field of an event ticket, or neither 0 nor 1. Error.</summary>
    public const string RowInvalid = "row-invalid";

    /// <summary>A barcode says nothing. Error.</summary>
    public const string BarcodeMessageEmpty = "barcode-message-empty";

    /// <summary>A message the format cannot hold: letters, number of digits or check digit. Warning.</summary>
    public const string BarcodeMessageInvalid = "barcode-message-invalid";

    /// <summary><c>messageEncoding</c> is no known character set. Warning.</summary>
    public const string BarcodeEncodingUnknown = "barcode-encoding-unknown";

    /// <summary>A letter of the message is not in its character set. Warning.</summary>
    public const string BarcodeNotEncodable = "barcode-not-encodable";

    /// <summary>Only formats of iOS 27: older phones show no barcode. Warning.</summary>
    public const string BarcodeOnlyIos27 = "barcode-only-ios-27";

    /// <summary>Only Code 128, which Apple Watch does not show. Warning.</summary>
    public const string BarcodeNotOnWatch = "barcode-not-on-watch";

    /// <summary>More than ten locations. Error.</summary>
    public const string LocationsTooMany = "locations-too-many";

    /// <summary>A latitude or longitude outside its range. Error.</summary>
    public const string LocationInvalid = "location-invalid";

    /// <summary>More than ten beacons. Error.</summary>
    public const string BeaconsTooMany = "beacons-too-many";

    /// <summary><c>maxDistance</c> is not above 0. Error.</summary>
    public const string MaxDistanceInvalid = "max-distance-invalid";

    /// <summary>The message for contactless readers is empty or longer than 64 bytes. Error.</summary>
    public const string NfcMessageTooLong = "nfc-message-too-long";

    /// <summary>The key for contactless readers is no compressed P-256 key. Error.</summary>
    public const string NfcKeyInvalid = "nfc-key-invalid";

    /// <summary><c>webServiceURL</c> without <c>authenticationToken</c>, or the other way round. Error.</summary>
    public const string WebServiceIncomplete = "web-service-incomplete";

    /// <summary><c>webServiceURL</c> is not https. Error; a warning when it is this machine.</summary>
    public const string WebServiceNotHttps = "web-service-not-https";

    /// <summary><c>authenticationToken</c> has fewer than 16 characters. Error.</summary>
    public const string TokenTooShort = "token-too-short";

    /// <summary><c>appLaunchURL</c> without <c>associatedStoreIdentifiers</c>. Error.</summary>
    public const string AppLaunchWithoutStore = "app-launch-without-store";

    /// <summary>There is no icon. Error.</summary>
    public const string IconMissing = "icon-missing";

    /// <summary>There is no <c>icon@2x.png</c>, or no <c>icon@3x.png</c>. Warning.</summary>
    public const string IconDensityMissing = "icon-density-missing";

    /// <summary>An image that is no PNG. Warning.</summary>
    public const string ImageNotPng = "image-not-png";

    /// <summary>An image larger than its box, or too small for it. Warning.</summary>
    public const string ImageSize = "image-size";

    /// <summary>An image that the style does not show. Warning.</summary>
    public const string ImageNotShown = "image-not-shown";

    /// <summary>An image of a language that is at the root too, where Wallet prefers it. Warning.</summary>
    public const string ImageAlsoAtRoot = "image-also-at-root";

    /// <summary>A <c>pass.strings</c> that Wallet would ignore as a whole. Error.</summary>
    public const string StringsInvalid = "strings-invalid";

    /// <summary>A language lacks a text that another one has. Warning.</summary>
    public const string StringsDiffer = "strings-differ";

    /// <summary>A translation of a text that is not in the pass. Warning.</summary>
    public const string StringsUnused = "strings-unused";
}
