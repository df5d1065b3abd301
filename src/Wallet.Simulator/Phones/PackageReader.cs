using System.IO.Compression;
using System.Security.Cryptography;
using Passbook.Generator;

namespace Wallet.Simulator.Phones;

/// <summary>Opens a package as Wallet does: what does not verify is not shown.</summary>
internal sealed class PackageReader(PhoneOptions options)
{
    private readonly PassReadOptions _read = new()
    {
        Clock = options.Time,
        TrustedRoots = options.TrustedRoot is { } root ? [root] : [],
    };

    /// <exception cref="InvalidPackageException">Wallet would refuse this package.</exception>
    public async Task<HeldPass> ReadAsync(byte[] package, CancellationToken cancellation)
    {
        var opened = await OpenAsync(package, cancellation);
        if (opened.Problems.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error) is { } problem)
            throw new InvalidPackageException(problem.Message);
        if (opened.Pass is not { } pass) throw new InvalidPackageException("It holds no pass.json.");
        if (opened.Signature is null) throw new InvalidPackageException("It is not signed.");
        return Hold(pass, HashManifest(package));
    }

    private async Task<OpenedPass> OpenAsync(byte[] package, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(package, writable: false);
        try
        {
            return await PassPackage.ReadAsync(stream, _read, cancellation);
        }
        catch (PassFormatException wrong)
        {
            throw new InvalidPackageException(wrong.Message, wrong);
        }
    }

    private static HeldPass Hold(Pass pass, string manifestHash) => new()
    {
        PassTypeIdentifier = pass.PassTypeIdentifier,
        SerialNumber = pass.SerialNumber,
        OrganizationName = pass.OrganizationName,
        Description = pass.Description,
        WebServiceUrl = pass.WebServiceUrl,
        AuthenticationToken = pass.AuthenticationToken,
        Voided = pass.Voided == true,
        ManifestHash = manifestHash,
        Fields = [.. pass.Fields.All.Select(FieldText.Of)],
        Registration = pass is { WebServiceUrl: not null, AuthenticationToken: not null } ? RegistrationState.Wanted : RegistrationState.None,
    };

    private static string HashManifest(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        var entry = zip.GetEntry("manifest.json") ?? throw new InvalidPackageException("It holds no manifest.json.");
        using var manifest = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(manifest));
    }
}
