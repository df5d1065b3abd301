namespace Passbook.Generator;

// Of the pass as a whole: identity, dates, colours, places.
public static partial class PassProblemCode
{
    /// <summary>A key every pass has is empty. Error.</summary>
    public const string RequiredEmpty = "required-empty";

    /// <summary><c>formatVersion</c> is not 1. Error.</summary>
    public const string FormatVersion = "format-version";

    /// <summary>A serial number with a control character, such as a line break. Warning.</summary>
    public const string SerialNumberInvalid = "serial-number-invalid";

    /// <summary>A text that even a wide phone cuts off. Warning.</summary>
    public const string TextLong = "text-long";

    /// <summary>Two colours are hard to tell apart: a contrast below 4.5. Warning.</summary>
    public const string ContrastLow = "contrast-low";

    /// <summary><c>expirationDate</c> is over. Warning.</summary>
    public const string PassExpired = "pass-expired";

    /// <summary>An entry of <c>relevantDates</c> is neither a date nor a span with a start before its end. Error.</summary>
    public const string RelevantDateInvalid = "relevant-date-invalid";

    /// <summary>A moment of <c>relevantDates</c> that only one of iOS 18 (<c>relevantDate</c>) and iOS 26 (<c>date</c>) finds. Warning.</summary>
    public const string RelevantDateOneSpelling = "relevant-date-one-spelling";

    /// <summary>More than ten locations. Error.</summary>
    public const string LocationsTooMany = "locations-too-many";

    /// <summary>A latitude or longitude outside its range, or an altitude that is no number. Error.</summary>
    public const string LocationInvalid = "location-invalid";

    /// <summary>More than ten beacons. Warning.</summary>
    public const string BeaconsTooMany = "beacons-too-many";

    /// <summary><c>maxDistance</c> is not above 0. Error.</summary>
    public const string MaxDistanceInvalid = "max-distance-invalid";
}
