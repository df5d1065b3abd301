namespace Portal.Data.Pushes;

/// <summary>What became of one push.</summary>
public enum PushOutcome
{
    /// <summary>APNs answered 200. It proves nothing about the phone.</summary>
    Accepted,

    /// <summary>The token is dead; its registrations were retired.</summary>
    TokenDead,

    /// <summary>Our own fault; parked.</summary>
    Parked,

    /// <summary>APNs refuses the topic; everything of it is held.</summary>
    TopicStopped,

    /// <summary>Tried again later.</summary>
    Retry,

    /// <summary>Given up after 24 hours.</summary>
    Expired,
}
