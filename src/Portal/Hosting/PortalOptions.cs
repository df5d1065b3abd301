namespace Portal.Hosting;

/// <summary>The section <c>Portal</c>.</summary>
public sealed record PortalOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// Where phones and staff reach the portal, such as <c>https://passes.example.com</c>: it is written into every pass.
    /// No trailing slash and no <c>/v1</c>. Only Development may leave it out; see <see cref="PublicAddress"/>.
    /// </summary>
    public Uri? PublicBaseUrl { get; init; }
}
