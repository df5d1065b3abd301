using Portal.Data.Certificates;
using Portal.Data.Passes;
using Portal.Data.Storage;

namespace Portal.Passes;

/// <summary>What a pass brings to its design.</summary>
public sealed record PassContext
{
    /// <summary>The identifier of the pass type.</summary>
    public required string PassTypeIdentifier { get; init; }

    public required string TeamIdentifier { get; init; }

    /// <summary>Shown on the lock screen where the design names no organisation of its own.</summary>
    public required string OrganizationName { get; init; }

    public required string SerialNumber { get; init; }

    /// <summary>Null for a drawing of a pass that never leaves the portal; together with <see cref="WebServiceUrl"/>.</summary>
    public string? AuthenticationToken { get; init; }

    /// <summary>The portal's public address, to which phones add <c>/v1/...</c>.</summary>
    public Uri? WebServiceUrl { get; init; }

    /// <summary>What the pass sets itself.</summary>
    public PassValues Values { get; init; } = PassValues.Empty;

    public bool Voided { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>The context of a package.</summary>
    public static PassContext Of(PassContent content, Uri webServiceUrl) => new()
    {
        PassTypeIdentifier = content.PassTypeIdentifier,
        TeamIdentifier = content.TeamIdentifier,
        OrganizationName = content.OrganizationName,
        SerialNumber = content.SerialNumber,
        AuthenticationToken = content.AuthenticationToken,
        WebServiceUrl = webServiceUrl,
        Values = PassValues.Parse(content.Values),
        Voided = content.Voided,
        Expires = content.ExpiresAt,
    };

    /// <summary>The context of a stored pass.</summary>
    /// <param name="pass">The pass. One that staff deleted goes on as a voided one on the phones that have it.</param>
    /// <param name="type">Its pass type.</param>
    /// <param name="webServiceUrl">The portal's public address; null for a drawing.</param>
    public static PassContext Of(IssuedPass pass, PassType type, Uri? webServiceUrl) => new()
    {
        PassTypeIdentifier = type.Identifier,
        TeamIdentifier = type.TeamIdentifier,
        OrganizationName = type.OrganizationName,
        SerialNumber = pass.SerialNumber,
        AuthenticationToken = pass.AuthenticationToken,
        WebServiceUrl = webServiceUrl,
        Values = PassValues.Parse(pass.Values),
        Voided = pass.Voided || pass.DeletedAt is not null,
        Expires = pass.ExpiresAt,
    };
}
