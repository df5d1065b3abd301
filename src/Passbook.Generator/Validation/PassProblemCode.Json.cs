namespace Passbook.Generator;

// Of pass.json as a text, and of values in general.
public static partial class PassProblemCode
{
    /// <summary>A key that must be there is missing from <c>pass.json</c>. Error.</summary>
    public const string KeyMissing = "key-missing";

    /// <summary>A key stands twice in one object of <c>pass.json</c>. Error.</summary>
    public const string KeyDuplicate = "key-duplicate";

    /// <summary>A key that Wallet is not known to read in that place, such as a misspelt one. Warning.</summary>
    public const string KeyUnknown = "key-unknown";

    /// <summary>A value of <c>pass.json</c> is not of the kind or range that belongs to its key. Error.</summary>
    public const string ValueInvalid = "value-invalid";

    /// <summary>A value that is not among those Apple names for its key. Error; a warning in semantic tags, to which Apple adds often.</summary>
    public const string ValueUnknown = "value-unknown";

    /// <summary>A colour that is neither rgb(r, g, b) nor #rrggbb. Error.</summary>
    public const string ColorInvalid = "color-invalid";

    /// <summary>A date that Wallet cannot read, such as one without its time zone. Error.</summary>
    public const string DateInvalid = "date-invalid";
}
