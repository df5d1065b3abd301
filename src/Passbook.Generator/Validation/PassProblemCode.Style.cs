namespace Passbook.Generator;

// Of the style, and of the newer looks.
public static partial class PassProblemCode
{
    /// <summary>The pass has no style. Error.</summary>
    public const string StyleMissing = "style-missing";

    /// <summary>The pass has more than one of the five classic styles. Error.</summary>
    public const string StyleSeveral = "style-several";

    /// <summary><c>transitType</c> on another style than boarding pass. Error.</summary>
    public const string TransitTypeNotAllowed = "transit-type-not-allowed";

    /// <summary><c>groupingIdentifier</c> on another style than boarding pass and event ticket. Error.</summary>
    public const string GroupingNotAllowed = "grouping-not-allowed";

    /// <summary><c>posterGeneric</c> alone: phones before iOS 27 need a classic style beside it. Warning.</summary>
    public const string PosterGenericWithoutFallback = "poster-generic-without-fallback";

    /// <summary><c>preferredStyleSchemes</c> has a look that is not one of the style. Warning.</summary>
    public const string StyleSchemeInvalid = "style-scheme-invalid";

    /// <summary>A poster event ticket lacks semantic tags that Apple asks for, and may be shown as a classic one. Warning.</summary>
    public const string PosterTagsMissing = "poster-tags-missing";

    /// <summary>A poster event ticket lacks semantic tags that Apple's own pass builder asks for. Warning.</summary>
    public const string PosterTagsAdvised = "poster-tags-advised";

    /// <summary>A poster event ticket without <c>nfc</c> that requires authentication, which Apple's own pass builder asks for. Warning.</summary>
    public const string PosterNfcAdvised = "poster-nfc-advised";

    /// <summary>A semantic boarding pass lacks semantic tags, and may be shown as a classic one. Warning.</summary>
    public const string SemanticTagsMissing = "semantic-tags-missing";
}
