namespace Passbook.Generator;

// Of images, localisations and personalization.
public static partial class PassProblemCode
{
    /// <summary>There is no icon. Error; a warning when languages have one of their own, and only phones in others have none.</summary>
    public const string IconMissing = "icon-missing";

    /// <summary>There is no <c>icon@2x.png</c>, or no <c>icon@3x.png</c>. Warning.</summary>
    public const string IconDensityMissing = "icon-density-missing";

    /// <summary>A file whose name Wallet does not know. Warning.</summary>
    public const string FileUnknown = "file-unknown";

    /// <summary>A folder that is no language's, or whose language Apple writes in another way, such as <c>zh-hans.lproj</c> for <c>zh-Hans.lproj</c>. Warning.</summary>
    public const string LanguageUnknown = "language-unknown";

    /// <summary>An image that is no PNG. Warning.</summary>
    public const string ImageNotPng = "image-not-png";

    /// <summary>An image larger than its box, or too small for it. Warning.</summary>
    public const string ImageSize = "image-size";

    /// <summary>An image without any of @2x and @3x. Warning.</summary>
    public const string ImageDensityMissing = "image-density-missing";

    /// <summary>An image of a language that lacks a density another language has. Warning.</summary>
    public const string ImageDensitiesDiffer = "image-densities-differ";

    /// <summary>An image that the style does not show. Warning.</summary>
    public const string ImageNotShown = "image-not-shown";

    /// <summary>An event ticket with a strip beside a background or thumbnail. Warning.</summary>
    public const string StripBesideBackground = "strip-beside-background";

    /// <summary>A poster without its picture: no <c>artwork</c>, on an event ticket no <c>background</c> either. Warning.</summary>
    public const string ArtworkMissing = "artwork-missing";

    /// <summary>An image of a language that is at the root too, where Wallet prefers it. Warning.</summary>
    public const string ImageAlsoAtRoot = "image-also-at-root";

    /// <summary>A <c>pass.strings</c> that Wallet would ignore as a whole. Error.</summary>
    public const string StringsInvalid = "strings-invalid";

    /// <summary>A language lacks a text that another one has. Warning.</summary>
    public const string StringsDiffer = "strings-differ";

    /// <summary>A translation of a text that is not in the pass. Warning.</summary>
    public const string StringsUnused = "strings-unused";

    /// <summary><c>personalization.json</c> cannot be read, or lacks what every form has. Error.</summary>
    public const string PersonalizationInvalid = "personalization-invalid";

    /// <summary><c>personalization.json</c> without <c>personalizationLogo</c>, or the other way round. Error.</summary>
    public const string PersonalizationIncomplete = "personalization-incomplete";

    /// <summary><c>personalization.json</c> or <c>personalizationLogo</c>, but no <c>nfc</c>. Error.</summary>
    public const string PersonalizationWithoutNfc = "personalization-without-nfc";

    /// <summary><c>personalization.json</c> or <c>personalizationLogo</c>, but no web service that gets the answers. Warning.</summary>
    public const string PersonalizationWithoutService = "personalization-without-service";
}
