namespace Passbook.Generator;

// Of fields.
public static partial class PassProblemCode
{
    /// <summary>A field has no key. Error.</summary>
    public const string FieldKeyEmpty = "field-key-empty";

    /// <summary>Two fields of the pass have one key. Error.</summary>
    public const string FieldKeyDuplicate = "field-key-duplicate";

    /// <summary>More fields than the style shows. Warning.</summary>
    public const string FieldsTooMany = "fields-too-many";

    /// <summary>Fields in a place that the style does not show. Warning.</summary>
    public const string FieldsNotShown = "fields-not-shown";

    /// <summary><c>currencyCode</c> is not three capital letters, or the value is no number. Error.</summary>
    public const string CurrencyInvalid = "currency-invalid";

    /// <summary><c>currencyCode</c> is written like a currency, but ISO 4217 lists none of this code. Warning.</summary>
    public const string CurrencyUnknown = "currency-unknown";

    /// <summary>The amount of a semantic tag is no number. Warning.</summary>
    public const string AmountInvalid = "amount-invalid";

    /// <summary><c>numberStyle</c> together with a currency, or the value is no number. Error.</summary>
    public const string NumberStyleInvalid = "number-style-invalid";

    /// <summary>A key for dates, but the value is no date. Error.</summary>
    public const string DateStyleInvalid = "date-style-invalid";

    /// <summary><c>changeMessage</c> lacks <c>%@</c>, so the notification does not say the new value. Warning.</summary>
    public const string ChangeMessageWithoutValue = "change-message-without-value";

    /// <summary><c>attributedValue</c> has other mark-up than links. Warning.</summary>
    public const string AttributedValueTag = "attributed-value-tag";

    /// <summary>A link of <c>attributedValue</c> that begins with none of https:, http:, mailto: and tel:. Warning.</summary>
    public const string AttributedValueLink = "attributed-value-link";

    /// <summary><c>attributedValue</c> on a field of <c>additionalInfoFields</c>, which iPhones may show with its mark-up. Warning.</summary>
    public const string AttributedValueLiteral = "attributed-value-literal";

    /// <summary><c>dataDetectorTypes</c> on a field that is not on the back. Warning.</summary>
    public const string DetectorsOnFront = "detectors-on-front";

    /// <summary><c>textAlignment</c> on a primary or back field. Warning.</summary>
    public const string AlignmentIgnored = "alignment-ignored";

    /// <summary><c>row</c> on a field that is no auxiliary field of an event ticket, or neither 0 nor 1. Error.</summary>
    public const string RowInvalid = "row-invalid";
}
