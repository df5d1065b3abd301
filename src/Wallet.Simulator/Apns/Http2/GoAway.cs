namespace Wallet.Simulator.Apns.Http2;

/// <summary>What a GOAWAY frame (RFC 9113, 6.8) says.</summary>
public sealed record GoAway
{
    /// <summary>The highest stream that was or will be processed; null is the one before the stream that caused it.</summary>
    public int? LastStream { get; init; }

    /// <summary>The HTTP/2 error code; 0 is NO_ERROR.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Apple sends its reason as <c>{"reason":"..."}</c> in the debug data; null sends none.</summary>
    public string? Reason { get; init; } = ApnsReasons.Shutdown;

    /// <summary>Nothing is answered any more, not even the streams it counts as processed; the connection stays open.</summary>
    public bool AndSilence { get; init; }
}
