using Portal.Data.Activity;

namespace Portal.Activity.Complaints;

/// <summary>Says what a phone complains of, and what to do about it.</summary>
public static class ComplaintWords
{
    /// <summary>What happened, for somebody who never saw the line.</summary>
    public static string Sentence(ComplaintTask task, ComplaintKind kind, int? status) => kind switch
    {
        ComplaintKind.TokenRefused => $"{Doing(task)} was refused: wrong authentication token",
        ComplaintKind.UnexpectedStatus => $"{Doing(task)} was answered with status {status}",
        ComplaintKind.InvalidPass => "A phone refused the pass it fetched: it is no valid pass",
        ComplaintKind.Unchanged => "A phone was told of a change, and fetched the same pass as before",
        ComplaintKind.SentInFull => "A phone got the whole pass although it had this version",
        ComplaintKind.NotRegistered => "A phone was told of a pass that it does not have",
        ComplaintKind.SameTag => "A phone was told of changes under the update tag it already had",
        ComplaintKind.Malformed => $"{Doing(task)} failed: the phone could not read the answer",
        _ when task is not ComplaintTask.Unknown => $"{Doing(task)} failed",
        _ => "Something in words that are not known here",
    };

    /// <summary>What to do, or why nothing has to be done.</summary>
    public static string Advice(ComplaintTask task, ComplaintKind kind, int? status) => (kind, status) switch
    {
        (ComplaintKind.TokenRefused, _) when task is ComplaintTask.Unregister =>
            "The pass is gone from the phone, which stays listed here until its push token dies. Nothing has to be done.",
        (ComplaintKind.TokenRefused, _) =>
            "The pass on the phone carries another token than the portal’s: it was issued elsewhere, or its file was altered. Have its holder add it again from its download page.",
        (ComplaintKind.UnexpectedStatus, 404) =>
            "If the pass is here, something in front of the portal changes the path: every address below /v1/ has to arrive as the phone sent it.",
        (ComplaintKind.UnexpectedStatus, 401) =>
            "The pass on the phone carries another token than the portal’s, or something in front of the portal asks for a sign-in: the addresses below /v1/ have to be open to everybody.",
        (ComplaintKind.UnexpectedStatus, 403) =>
            "Something in front of the portal asks for a sign-in. The addresses below /v1/ have to be open to everybody.",
        (ComplaintKind.UnexpectedStatus, 429) =>
            "Too many wrong tokens or lines came from the phone’s address within a minute. It tries again by itself.",
        (ComplaintKind.UnexpectedStatus, 502 or 503 or 504) =>
            "The portal could not answer for a while. Phones try again by themselves; if these go on, look at /health/ready.",
        (ComplaintKind.UnexpectedStatus, >= 500) =>
            "The portal, or something in front of it, failed. Its log says more for the time of the complaint.",
        (ComplaintKind.UnexpectedStatus, _) =>
            "The portal does not give this answer to a wallet: look at what stands in front of it.",
        (ComplaintKind.InvalidPass, _) =>
            "Look at the pass and its design for warnings, and under Certificates whether the certificate is Apple’s and still valid. Each line ends in the phone’s reason.",
        (ComplaintKind.Unchanged or ComplaintKind.SentInFull, _) =>
            "A few after a restart or a restored backup are normal. If they go on, something in front of the portal keeps old answers: nothing below /v1/ may be cached.",
        (ComplaintKind.NotRegistered, _) =>
            "The pass was removed while the portal could not be reached. The phone takes its registration back by itself.",
        (ComplaintKind.SameTag, _) =>
            "Something in front of the portal keeps old answers: nothing below /v1/ may be cached.",
        (ComplaintKind.Malformed, _) =>
            "The answer was not the portal’s, or did not arrive whole: look at what stands in front of it. Each line ends in the phone’s reason.",
        _ when task is not ComplaintTask.Unknown =>
            "Mostly the phone had no network, or could not trust the server’s TLS certificate. Each line ends in its reason, in the phone’s language.",
        _ => "Read the lines. Anybody can post here, so they may be no phone’s at all.",
    };

    private static string Doing(ComplaintTask task) => task switch
    {
        ComplaintTask.Register => "Registering for updates",
        ComplaintTask.Unregister => "Taking back a registration",
        ComplaintTask.List => "Asking which passes changed",
        ComplaintTask.Fetch => "Fetching a pass",
        ComplaintTask.Personalize => "Personalizing a pass",
        _ => "Something a phone did",
    };
}
