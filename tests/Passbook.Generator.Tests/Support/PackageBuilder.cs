using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Passbook.Generator.Tests.Support;

/// <summary>A package made with the framework's own zip and CMS, so that it can be wrong in one way; nothing of ours but pass.json.</summary>
internal sealed class PackageBuilder
{
    public PackageBuilder(Pass pass)
    {
        Files["pass.json"] = PassJson.Serialize(pass);
        foreach (var file in Samples.Assets.Files)
            Files[file.Name] = file.Content.ToArray();
    }

    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What the manifest says instead of the truth.</summary>
    public Func<string, string> Manifest { get; init; } = manifest => manifest;

    public X509Certificate2 Certificate { get; init; } = Development.Signer.Certificate;

    public bool WithCertificate { get; init; } = true;

    public X509Certificate2[] Others { get; init; } = [Development.Signer.Intermediate];

    public DateTime? SigningTime { get; init; } = DateTime.UtcNow;

    /// <summary>What is done to the files after they were signed.</summary>
    public Action<SortedDictionary<string, byte[]>> Afterwards { get; init; } = _ => { };

    public string Folder { get; init; } = "";

    public byte[] Build()
    {
        var manifest = "{" + string.Join(",", Files.Select(file => $"\"{file.Key}\":\"{Convert.ToHexStringLower(SHA1.HashData(file.Value))}\"")) + "}";
        var bytes = Encoding.UTF8.GetBytes(Manifest(manifest));
        Files["manifest.json"] = bytes;
        Files["signature"] = Sign(bytes);
        Afterwards(Files);
        return Zip(Files.Select(file => (Folder + file.Key, file.Value)));
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    private byte[] Sign(byte[] manifest)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate)
        {
            DigestAlgorithm = new Oid(Oids.Sha256),
            IncludeOption = WithCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
        };
        signer.Certificates.AddRange(Others);
        if (SigningTime is { } time)
            signer.SignedAttributes.Add(new Pkcs9SigningTime(time));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }
}
