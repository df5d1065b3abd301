using Wallet.Simulator.Apns.Http2;

namespace Wallet.Simulator.Apns;

/// <summary>What the simulated APNs does with one push: a response, or one of the ways to give none.</summary>
/// <remarks>Status codes and reasons are Apple's: 'Handling notification responses from APNs'.</remarks>
public sealed record ApnsAnswer
{
    private ApnsAnswer()
    {
    }

    /// <summary>200: the push goes to the device.</summary>
    public static ApnsAnswer Ok { get; } = new() { Status = 200 };

    /// <summary>The whole TCP connection breaks without a word.</summary>
    public static ApnsAnswer Disconnect { get; } = new() { Ending = ApnsEnding.Disconnect };

    /// <summary>Only this stream is reset (RST_STREAM).</summary>
    public static ApnsAnswer Reset { get; } = new() { Ending = ApnsEnding.Reset };

    /// <summary>No answer ever, until the client gives up.</summary>
    public static ApnsAnswer Never { get; } = new() { Status = 200, After = Timeout.InfiniteTimeSpan };

    /// <summary>How the push ends.</summary>
    public ApnsEnding Ending { get; private init; } = ApnsEnding.Response;

    /// <summary>The HTTP status; 0 when there is no response.</summary>
    public int Status { get; private init; }

    /// <summary>The reason in the JSON body, such as <c>BadDeviceToken</c>; null with a 200.</summary>
    public string? Reason { get; private init; }

    /// <summary>A body in place of the JSON; null with all answers that are APNs' own.</summary>
    public string? Body { get; private init; }

    /// <summary>Since when the token is invalid; sent with 410 as milliseconds since 1970.</summary>
    public DateTimeOffset? Timestamp { get; private init; }

    /// <summary>The GOAWAY that is sent with <see cref="ApnsEnding.GoAway"/>.</summary>
    public GoAway? GoAwayFrame { get; private init; }

    /// <summary>How long this answer takes; null is the script's think time.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>A refusal, as <c>{"reason":"..."}</c>.</summary>
    public static ApnsAnswer Error(int status, string reason) => new() { Status = status, Reason = reason };

    /// <summary>An answer that is not APNs' own, as of a gateway before it.</summary>
    public static ApnsAnswer Page(int status, string body) => new() { Status = status, Body = body };

    /// <summary>410: the token is dead since <paramref name="since"/>.</summary>
    public static ApnsAnswer Gone(DateTimeOffset since, string reason = ApnsReasons.Unregistered)
        => new() { Status = 410, Reason = reason, Timestamp = since };

    /// <summary>A GOAWAY. By default the push that caused it counts as not processed, so a client may send it again.</summary>
    public static ApnsAnswer GoAway(GoAway? frame = null)
        => new() { Ending = ApnsEnding.GoAway, GoAwayFrame = frame ?? new GoAway() };
}

/// <summary>The ways one push can end.</summary>
public enum ApnsEnding
{
    /// <summary>An HTTP response.</summary>
    Response,

    /// <summary>The stream is reset.</summary>
    Reset,

    /// <summary>The connection is cut.</summary>
    Disconnect,

    /// <summary>The connection is closed politely with a GOAWAY frame.</summary>
    GoAway,
}
