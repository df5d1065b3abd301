namespace Passbook.Generator;

// Of the web service, the app, buttons, and events still to come.
public static partial class PassProblemCode
{
    /// <summary><c>webServiceURL</c> without <c>authenticationToken</c>, or the other way round. Error.</summary>
    public const string WebServiceIncomplete = "web-service-incomplete";

    /// <summary><c>webServiceURL</c> is not https. Error; a warning when it is this machine.</summary>
    public const string WebServiceNotHttps = "web-service-not-https";

    /// <summary><c>authenticationToken</c> has fewer than 16 characters. Error.</summary>
    public const string TokenTooShort = "token-too-short";

    /// <summary><c>appLaunchURL</c> without <c>associatedStoreIdentifiers</c>. Error.</summary>
    public const string AppLaunchWithoutStore = "app-launch-without-store";

    /// <summary>The address of a button is no absolute one, or begins with none of https:, http:, mailto: and tel:; or that for the app begins with javascript:, data: or the like. Warning.</summary>
    public const string LinkInvalid = "link-invalid";

    /// <summary>More than two featured actions. Error.</summary>
    public const string FeaturedActionsTooMany = "featured-actions-too-many";

    /// <summary>A featured action has no identifier, or that of another one. Error.</summary>
    public const string FeaturedActionIdentifier = "featured-action-identifier";

    /// <summary>A featured action has neither an address nor a place, or both. Error; a warning when it has the one that belongs to another type.</summary>
    public const string FeaturedActionTarget = "featured-action-target";

    /// <summary><c>upcomingPassInformation</c> on a pass that is no poster event ticket. Error.</summary>
    public const string UpcomingNotAllowed = "upcoming-not-allowed";

    /// <summary>An event still to come has no identifier, or that of another one. Error.</summary>
    public const string UpcomingIdentifier = "upcoming-identifier";

    /// <summary>An event still to come has no name. Error.</summary>
    public const string UpcomingNameEmpty = "upcoming-name-empty";

    /// <summary>An image to be fetched is not https, has no proper SHA-256 or more than 2 MB. Warning.</summary>
    public const string RemoteImageInvalid = "remote-image-invalid";
}
