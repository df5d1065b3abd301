using System.Collections.Immutable;

namespace Wallet.Simulator.Phones;

/// <summary>A pass in a phone's Wallet: what is needed to update it and what its owner sees.</summary>
public sealed record HeldPass
{
    public required string PassTypeIdentifier { get; init; }

    public required string SerialNumber { get; init; }

    public required string OrganizationName { get; init; }

    public required string Description { get; init; }

    /// <summary>Where updates come from; null when the pass is never updated.</summary>
    public Uri? WebServiceUrl { get; init; }

    public string? AuthenticationToken { get; init; }

    public bool Voided { get; init; }

    /// <summary>SHA-256 of the manifest: two packages with the same one are the same pass.</summary>
    public required string ManifestHash { get; init; }

    /// <summary>All fields in their order, as shown.</summary>
    public ImmutableArray<ShownField> Fields { get; init; } = [];

    /// <summary>How far its registration has come.</summary>
    public RegistrationState Registration { get; init; }

    /// <summary>The <c>Last-Modified</c> of the answer it came with, to be sent back unread.</summary>
    public string? LastModified { get; init; }

    /// <summary>When this version came.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The value shown for a field; null when there is no such field.</summary>
    public string? this[string fieldKey] => Fields.FirstOrDefault(field => field.Key == fieldKey)?.Value;

    internal bool Is(string passTypeIdentifier, string serialNumber)
        => SerialNumber == serialNumber && PassTypeIdentifier == passTypeIdentifier;
}

/// <summary>A field as its owner reads it.</summary>
public sealed record ShownField(string Key, string? Label, string Value, string? ChangeMessage);

/// <summary>How far the registration of a pass has come.</summary>
public enum RegistrationState
{
    /// <summary>The pass has no web service.</summary>
    None,

    /// <summary>The web service has not answered yet.</summary>
    Wanted,

    /// <summary>The web service knows this phone.</summary>
    Registered,

    /// <summary>The web service refused for good.</summary>
    Refused,
}
