namespace Portal.Data.Tests.Tags;

/// <summary>What a phone keeps: the tag it was given last, and what it holds of each pass.</summary>
internal sealed class TagPhone
{
    public string Device { get; } = Guid.NewGuid().ToString("N");

    public UpdateTag? Tag { get; set; }

    /// <summary>By pass.</summary>
    public Dictionary<long, string> Held { get; } = [];

    /// <summary>Passes it registered since it was given its tag: it may be told of them once more.</summary>
    public HashSet<long> RegisteredSince { get; } = [];
}
