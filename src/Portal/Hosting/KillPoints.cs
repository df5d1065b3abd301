using System.Diagnostics;

namespace Portal.Hosting;

/// <summary>
/// Named moments at which a crash would hurt most. Nothing listens to them in production and reaching one costs a
/// comparison; tests/Portal.TestHost listens, and ends its process there as a power cut would.
/// </summary>
public static class KillPoints
{
    /// <summary>The name under which a listener finds these moments.</summary>
    public const string Listener = "Portal.KillPoints";

    /// <summary>Tag drawn and every row of the save written, nothing committed.</summary>
    public const string SaveBeforeCommit = "save.before-commit";

    /// <summary>The save is committed; neither the worker nor the person who saved knows yet.</summary>
    public const string SaveAfterCommit = "save.after-commit";

    /// <summary>Pushes are leased, none is sent.</summary>
    public const string PushClaimed = "push.claimed";

    /// <summary>APNs has answered, its answer is not stored.</summary>
    public const string PushSent = "push.sent";

    /// <summary>Inside the transaction that stores an answer: what is to be tried again is queued and a lease that is done is gone, neither mark nor attempt is written.</summary>
    public const string PushCompleting = "push.completing";

    private static readonly DiagnosticListener Moments = new(Listener);

    /// <summary>Says that a moment was reached.</summary>
    public static void Reach(string point)
    {
        if (Moments.IsEnabled(point))
            Moments.Write(point, null);
    }
}
