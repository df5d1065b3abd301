using Microsoft.Extensions.Options;
using Passbook.Generator;
using Portal.Hosting;

namespace Portal.Demo;

/// <summary>The demo's own certificate authority, kept in the data folder. No real iPhone trusts it.</summary>
public sealed class DemoAuthority : IDisposable
{
    public DemoAuthority(IOptions<DataOptions> data, TimeProvider time)
    {
        Folder = Path.Combine(data.Value.Folder, "demo");
        Signer = LoadOrCreate(Folder, time);
    }

    /// <summary>Where the demo keeps what is its own.</summary>
    public string Folder { get; }

    /// <summary>Root and intermediate.</summary>
    public DevelopmentAuthority Signer { get; }

    public void Dispose() => Signer.Dispose();

    private static DevelopmentAuthority LoadOrCreate(string folder, TimeProvider time)
    {
        var file = Path.Combine(folder, "authority.p12");
        if (File.Exists(file))
            return DevelopmentAuthority.FromPkcs12(File.ReadAllBytes(file), password: null, time);

        Directory.CreateDirectory(folder);
        var authority = DevelopmentAuthority.Create(time);
        using var stream = OwnerOnlyFile.Create(file, FileMode.CreateNew);
        stream.Write(authority.ExportPkcs12(password: null));
        // For whoever wants to check a sample's signature with another program.
        File.WriteAllText(Path.Combine(folder, "root.pem"), authority.Root.ExportCertificatePem());
        return authority;
    }
}
