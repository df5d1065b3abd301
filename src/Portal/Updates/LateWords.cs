namespace Portal.Updates;

/// <summary>Says why a phone is late, and what can be done.</summary>
public static class LateWords
{
    /// <summary>The heading of a group.</summary>
    public static string Title(LateReason reason) => reason switch
    {
        LateReason.Settled => "Past it, download not seen",
        LateReason.FetchedByOneOfThem => "Fetched by one of the pass’s phones",
        LateReason.Ended => "Removed, or updates switched off",
        LateReason.NotFromHere => "Cannot be pushed from here yet",
        LateReason.TokenDead => "Push token dead",
        LateReason.Queued => "Push still queued",
        LateReason.GivenUp => "Given up after 24 hours",
        LateReason.Refused => "Push refused",
        LateReason.NotAsked => "Pushed, and has not asked",
        LateReason.NotFetched => "Asked, and has not fetched",
        _ => "Fetched",
    };

    /// <summary>What is known, and what is not.</summary>
    public static string Text(LateReason reason) => reason switch
    {
        LateReason.Settled => "A later call of the phone shows that it has worked through everything up to here. Its own download was not seen, or could not be told from another phone’s.",
        LateReason.FetchedByOneOfThem => "Somebody fetched the pass, but a download does not say which phone made it. The next list call of each phone will tell.",
        LateReason.Ended => "The phone took its registration back after this update was saved. A removed pass and switched-off updates look alike from here.",
        LateReason.NotFromHere => "These wallets fetch updates when they are opened. Their own push service is not supported yet.",
        LateReason.TokenDead => "Apple no longer delivers to this token, mostly because the phone was erased or the pass removed while it was off. The phone comes back by itself when it registers again.",
        LateReason.Queued => "The push waits for its turn, for its pass type to be resumed, or for the push service to answer.",
        LateReason.GivenUp => "The push service did not take the push within 24 hours. The phone learns of the change when it asks by itself, or when it is pushed again.",
        LateReason.Refused => "The push service called the push itself wrong, so it is not sent again by itself. Mend what its word names, mostly the certificate or the address of the push service, then push again; the next change of the pass does so too.",
        LateReason.NotAsked => "The push service took the push, which proves nothing about the phone: it may be off, without a network, or have automatic updates switched off.",
        LateReason.NotFetched => "The phone was told that the pass changed, and did not come for it. See its complaints, if it made any.",
        _ => "",
    };

    /// <summary>Whether pushing again can help.</summary>
    public static bool CanBePushedAgain(LateReason reason) =>
        reason is LateReason.GivenUp or LateReason.Refused or LateReason.NotAsked or LateReason.NotFetched or LateReason.FetchedByOneOfThem;
}
