using Portal.Data;

namespace Portal.Certificates;

/// <summary>What is said of stopped pushes and around resuming them.</summary>
public static class PushStopWords
{
    public const string Title = "Resume pushes?";

    public static string Why(PushStop stop) => stop.IsBrake
        ? "The portal stopped them: Apple called too many push tokens bad. So many phones are seldom lost at once; more likely the certificate "
            + "or the address of the push service is wrong. Mend that first: a new certificate alone does not resume them."
        : $"Apple refuses them{(stop.Reason.Length == 0 ? "" : $" ({stop.Reason})")}. They go on by themselves with a new certificate, "
            + "or when you resume them after it was mended at Apple.";

    public static string Waiting(PushStop stop) =>
        stop.Waiting == 0 ? "No push waits." : $"{Counted.Of(stop.Waiting, "push waits", "pushes wait")}.";

    /// <param name="stop">Which stop is to end.</param>
    /// <param name="canSign">Whether there is a certificate to push with.</param>
    public static string Question(PushStop stop, bool canSign) =>
        (canSign ? "" : "Nothing goes out before there is a valid certificate. ") + Order(stop) + " " + Otherwise(stop);

    public static string Action(PushStop stop) =>
        stop.Waiting == 0 ? "Resume pushes" : $"Resume and push to {Counted.Phones(stop.Waiting)}";

    private static string Order(PushStop stop) => stop.Waiting switch
    {
        0 => "No push waits now: the next change is pushed again, to one phone first.",
        1 => "The push that waits goes out.",
        _ => $"One push goes first, and {Counted.Of(stop.Waiting - 1, "waits", "wait")} until Apple has answered it.",
    };

    private static string Otherwise(PushStop stop) => stop.IsBrake
        ? "If tokens are still called bad, some 20 more phones are retired before the portal stops again."
        : "If Apple still refuses, they are stopped again and stay queued.";
}
