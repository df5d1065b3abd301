namespace Wallet.Simulator.Apns;

/// <summary>One request as it came in. Headers are null when absent and are kept even when they are wrong.</summary>
public sealed record ApnsPush
{
    /// <summary>The device token of the path; empty when the path has none.</summary>
    public required string Token { get; init; }

    /// <summary><c>apns-topic</c>: the pass type identifier.</summary>
    public required string? Topic { get; init; }

    /// <summary><c>apns-id</c> as sent, or the one given to a push that had none.</summary>
    public required string ApnsId { get; init; }

    /// <summary><c>apns-push-type</c>.</summary>
    public required string? PushType { get; init; }

    /// <summary><c>apns-priority</c>.</summary>
    public required string? Priority { get; init; }

    /// <summary><c>apns-expiration</c>: seconds since 1970.</summary>
    public required string? Expiration { get; init; }

    /// <summary>The body, as far as 4,096 bytes of it.</summary>
    public required string Payload { get; init; }

    /// <summary>Which connection it came on, counted from 1.</summary>
    public required long Connection { get; init; }

    /// <summary>Its HTTP/2 stream.</summary>
    public required int Stream { get; init; }

    /// <summary>When its body had been read.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A push together with what was answered.</summary>
public sealed record AnsweredPush(ApnsPush Push, ApnsAnswer Answer);

/// <summary>A push that reached its device.</summary>
public sealed record DeliveredPush(string Token, string Topic, string ApnsId);
