using Portal.Passes;
using Portal.Push;

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
        return builder;
    }
}
