using Portal.Data.Pushes;

namespace Portal.Activity.Pushes;

/// <summary>What became of a push, in words.</summary>
public static class OutcomeWords
{
    public static string Of(PushOutcome outcome) => outcome switch
    {
        PushOutcome.Accepted => "accepted by the push service",
        PushOutcome.TokenDead => "token dead, retired",
        PushOutcome.Parked => "parked: our fault",
        PushOutcome.TopicStopped => "pass type stopped",
        PushOutcome.Retry => "tried again later",
        _ => "given up after 24 hours",
    };

    /// <summary>The name of a filter.</summary>
    public static string Short(PushOutcome outcome) => outcome switch
    {
        PushOutcome.Accepted => "Accepted",
        PushOutcome.TokenDead => "Token dead",
        PushOutcome.Parked => "Parked",
        PushOutcome.TopicStopped => "Stopped",
        PushOutcome.Retry => "Tried again",
        _ => "Given up",
    };
}
