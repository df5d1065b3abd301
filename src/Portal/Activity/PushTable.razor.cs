using Microsoft.AspNetCore.Components;
using Portal.Data.Pushes;

namespace Portal.Activity;

/// <summary>Push attempts, newest first.</summary>
public sealed partial class PushTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PushEntry> Attempts { get; set; }

    private static string Words(PushOutcome outcome) => outcome switch
    {
        PushOutcome.Accepted => "accepted by the push service",
        PushOutcome.TokenDead => "token dead, retired",
        PushOutcome.Parked => "parked: our fault",
        PushOutcome.TopicStopped => "pass type stopped",
        PushOutcome.Retry => "tried again later",
        _ => "given up after 24 hours",
    };
}
