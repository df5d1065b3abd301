using System.Security.Cryptography;
using Passbook.Generator;
using Portal.Data.Storage;
using Portal.Designs;
using Portal.Hosting;
using Portal.Hosting.Telemetry;

namespace Portal.Passes;

/// <summary>Makes one signed package: stored pass and published design, rendered and signed.</summary>
public sealed class PackageRendering(
    ProtocolStatements statements, DesignLibrary designs, IPassSigners signers, PublicAddress address)
{
    /// <summary>What the database has now of a pass. One statement is one moment: the values and the version of the design belong together.</summary>
    public async Task<PassContent> ReadAsync(PassHead head, CancellationToken cancellationToken) =>
        await statements.ReadPassAsync(head.PassId, cancellationToken)
            ?? throw new InvalidOperationException($"Pass {head.PassId} is gone, or its design is not published.");

    /// <summary>The package of a pass as it was read; null when its pass type has no usable certificate.</summary>
    public async Task<SignedPackage?> RenderAsync(PassHead head, PassContent stored, CancellationToken cancellationToken)
    {
        using var span = PortalTracing.Begin("sign pass");
        if (await signers.FindSignerAsync(head.PassTypeId, cancellationToken) is not { } signer)
            return null;
        var drawn = await DrawAsync(stored, cancellationToken);

        var content = PassPackage.Pack(drawn.Pass, drawn.Assets, signer);
        var version = PassVersion.Of(head) with
        {
            CertificateThumbprint = signer.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            Tag = stored.EffectiveTag,
            ModifiedAt = head.ModifiedAt > stored.ModifiedAt ? head.ModifiedAt : stored.ModifiedAt,
        };
        return new SignedPackage(version, content);
    }

    /// <summary>The pass and its images as they are now, unsigned, for a page that draws them.</summary>
    public async Task<DrawnPass> DrawAsync(PassHead head, CancellationToken cancellationToken) =>
        await DrawAsync(await ReadAsync(head, cancellationToken), cancellationToken);

    private async Task<DrawnPass> DrawAsync(PassContent stored, CancellationToken cancellationToken)
    {
        var document = await designs.LoadDocumentAsync(stored.DesignVersionId, cancellationToken);
        var assets = await designs.LoadAssetsAsync(document, cancellationToken);
        return new(PassRenderer.Render(document, PassContext.Of(stored, new Uri(address.Text))), assets);
    }
}

/// <summary>A rendered pass with the images of its design.</summary>
public sealed record DrawnPass(Pass Pass, PassAssets Assets);
