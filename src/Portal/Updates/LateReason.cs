namespace Portal.Updates;

/// <summary>Why a phone is not known to have an update: the strongest thing that is known.</summary>
public enum LateReason
{
    /// <summary>It fetched it.</summary>
    NotLate,

    /// <summary>A later call of the phone shows that it is past it; its download was not seen.</summary>
    Settled,

    /// <summary>One of the pass's phones fetched it; which one cannot be told.</summary>
    FetchedByOneOfThem,

    /// <summary>The pass was removed from the phone, or its updates were switched off; both look alike.</summary>
    Ended,

    /// <summary>A wallet that cannot be pushed from here yet.</summary>
    NotFromHere,

    /// <summary>The push service called its token dead.</summary>
    TokenDead,

    /// <summary>Its push waits.</summary>
    Queued,

    /// <summary>Its push was given up after 24 hours.</summary>
    GivenUp,

    /// <summary>The push service refused its push as wrong; it waits for the next change.</summary>
    Refused,

    /// <summary>The push service took the push; the phone has not asked.</summary>
    NotAsked,

    /// <summary>The phone was told of the pass, and has not fetched it.</summary>
    NotFetched,
}
