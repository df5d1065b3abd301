namespace Portal.Passes;

/// <summary>The section <c>Packages</c>.</summary>
public sealed record PackageOptions
{
    public const string Section = "Packages";

    /// <summary>How much memory signed packages may take, in megabytes, without the images that the passes of a design share.</summary>
    public long CacheMegabytes { get; init; } = 16;
}
