namespace Portal.Demo;

/// <summary>The section <c>Demo</c>.</summary>
public sealed record DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Fills an empty workspace with samples and lets simulated phones use them. Development only.</summary>
    public bool Enabled { get; init; }
}
