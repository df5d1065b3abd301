using System.Security.Cryptography.X509Certificates;

namespace Portal.Push;

/// <summary>The push service to talk to, from the options or, in the demo, from the simulator in this process.</summary>
/// <param name="BaseAddress">Scheme, host and port.</param>
/// <param name="TrustedRoot">The only root to trust there; null trusts what the system trusts.</param>
public sealed record ApnsEndpoint(Uri BaseAddress, X509Certificate2? TrustedRoot)
{
    /// <summary>The endpoint of validated options.</summary>
    public static ApnsEndpoint From(ApnsOptions options) => new(
        new Uri(options.BaseAddress),
        string.IsNullOrEmpty(options.TrustedRootFile) ? null : X509CertificateLoader.LoadCertificateFromFile(options.TrustedRootFile));
}
