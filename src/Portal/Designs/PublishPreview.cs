using Portal.Preview;

namespace Portal.Designs;

/// <summary>What a publication would do.</summary>
public sealed record PublishPreview
{
    /// <summary>The draft it was worked out from; this one is handed to the publication.</summary>
    public required DesignDraft Draft { get; init; }

    /// <summary>The passes that follow the design.</summary>
    public int PassCount { get; init; }

    /// <summary>The devices that have at least one of them.</summary>
    public int DeviceCount { get; init; }

    /// <summary>Those of them that are pushed, and so will fetch it anew.</summary>
    public int PushedCount { get; init; }

    public IReadOnlyList<DesignProblem> Problems { get; init; } = [];

    /// <summary>What phones will say, each text once; worked out from the passes put on phones last.</summary>
    public IReadOnlyList<ChangeNotice> Notices { get; init; } = [];

    public bool CanPublish => Draft.IsDraft && !Problems.Any(problem => problem.IsError);
}

/// <summary>What became of a publication.</summary>
public sealed record PublishResult
{
    /// <summary>Why nothing was published, a sentence; null when it was.</summary>
    public string? Problem { get; init; }

    public int PassCount { get; init; }

    public int DeviceCount { get; init; }

    public bool IsPublished => Problem is null;

    internal static PublishResult InBetween { get; } =
        Refused("Somebody changed or published this design in between. Look at it again, then publish.");

    internal static PublishResult Refused(string problem) => new() { Problem = problem };
}
