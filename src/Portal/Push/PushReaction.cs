namespace Portal.Push;

/// <summary>What to do after an answer of a push service.</summary>
public enum PushReaction
{
    /// <summary>The service took it. It proves nothing about the phone.</summary>
    Accepted,

    /// <summary>The token is dead: retire its registrations, never try again.</summary>
    TokenDead,

    /// <summary>Our fault, or an answer nobody knows: keep it with the reason, do not try again.</summary>
    Park,

    /// <summary>The whole topic is refused: start nothing more of it, keep everything queued.</summary>
    StopTopic,

    /// <summary>This device gets too many: only it waits.</summary>
    BackOffDevice,

    /// <summary>The service is in trouble or gave no answer: try again later.</summary>
    Retry,
}
