using Portal.Passes;
using Portal.Push;
using Portal.Shell;

namespace Portal.Certificates;

/// <summary>What signs passes.</summary>
public static class CertificatesFeature
{
    public static WebApplicationBuilder AddCertificates(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CertificateKeys>();
        services.AddSingleton<SigningCertificates>();
        services.AddSingleton<IPassSigners>(provider => provider.GetRequiredService<SigningCertificates>());
        services.AddSingleton<IPushCertificates>(provider => provider.GetRequiredService<SigningCertificates>());
        services.AddSingleton<CertificateStore>();
        services.AddSingleton<CertificateList>();
        services.AddSingleton<UploadTries>();
        services.AddSingleton(new WorkspaceAlert(typeof(StoppedPushes)));
        return builder;
    }
}
