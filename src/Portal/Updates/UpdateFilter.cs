namespace Portal.Updates;

/// <summary>Which updates to show.</summary>
/// <param name="Search">Words of what was changed, who changed it, or the pass; null for all.</param>
/// <param name="Progress">How far they have come.</param>
/// <param name="Source">What made them.</param>
public sealed record UpdateFilter(string? Search, UpdateProgress Progress, UpdateSource Source);

/// <summary>How far an update has come.</summary>
public enum UpdateProgress
{
    Any,

    /// <summary>Some phone that can be pushed is not known to have it.</summary>
    Open,

    /// <summary>Some phone was pushed and has not fetched it for 15 minutes.</summary>
    Late,
}

/// <summary>What made an update.</summary>
public enum UpdateSource
{
    Any,

    /// <summary>A person changed one pass.</summary>
    Passes,

    /// <summary>A design was published.</summary>
    Designs,
}
