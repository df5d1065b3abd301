using Portal.Data.Devices;

namespace Portal.Activity;

/// <summary>A pass on a device that had it when a change committed, and what is known of the change there.</summary>
internal sealed class ChangeHolder
{
    public required Guid ChangeId { get; init; }

    public required long RegistrationId { get; init; }

    public required long? PushTargetId { get; init; }

    /// <summary>Null where the target was forgotten.</summary>
    public required PushKind? Kind { get; init; }

    /// <summary>Whether it has the pass still, and a token that is not called dead.</summary>
    public required bool IsLive { get; init; }

    /// <summary>Whether the device took its registration back.</summary>
    public required bool HasLeft { get; init; }

    /// <summary>Whether its last push was given up after 24 hours, and none waits since.</summary>
    public required bool IsGivenUp { get; init; }

    /// <summary>Whether the push service refused its last push as wrong, so that none goes out before the next change.</summary>
    public required bool IsRefused { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>When the push service last took a push for it.</summary>
    public required DateTimeOffset? AcceptedAt { get; init; }

    public required bool Asked { get; init; }

    public required bool Fetched { get; init; }

    public required bool Settled { get; init; }

    /// <summary>Whether the pass was fetched by one of its devices, whichever it was.</summary>
    public required bool FetchedBySomebody { get; init; }
}
