namespace Portal.Data.Devices;

/// <summary>A device asks to be told when a pass changes.</summary>
public sealed record RegistrationRequest
{
    public required string DeviceLibraryIdentifier { get; init; }

    public required long PassId { get; init; }

    public required int PassTypeId { get; init; }

    public required PushKind Kind { get; init; }

    /// <summary>The word before the token in its Authorization header.</summary>
    public required string AuthorizationWord { get; init; }

    public required string PushToken { get; init; }

    public string? PushServiceUrl { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>The tag at which the pass is known to have left the portal, when that is not stored yet.</summary>
    public long? HandedOutTag { get; init; }
}

/// <summary>What became of a registration.</summary>
/// <param name="Created">Whether the pass was not registered on this device before.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="PushQueued">Whether a push was queued: the worker has to be woken.</param>
public readonly record struct RegistrationOutcome(bool Created, long DeviceId, bool PushQueued);
