using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Designs;
using Portal.Hosting;

namespace Portal.Passes;

/// <summary>Makes one signed package: stored pass and published design, rendered and signed.</summary>
public sealed class PackageRendering(
    IDbContextFactory<PortalDbContext> contexts, DesignLibrary designs, IPassSigners signers, PublicAddress address)
{
    /// <summary>The package of a pass as the database has it now; null when its pass type has no usable certificate.</summary>
    public async Task<SignedPackage?> RenderAsync(PassHead head, CancellationToken cancellationToken)
    {
        if (await signers.FindSignerAsync(head.PassTypeId, cancellationToken) is not { } signer)
            return null;
        var stored = await ReadAsync(head, cancellationToken);
        var drawn = await DrawAsync(stored, cancellationToken);

        using var file = new MemoryStream();
        await PassPackage.WriteAsync(file, drawn.Pass, drawn.Assets, signer, cancellationToken);
        var version = PassVersion.Of(head) with
        {
            CertificateThumbprint = signer.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            Tag = Math.Max(stored.Pass.Tag, stored.DesignTag),
            ModifiedAt = new[] { head.ModifiedAt, stored.Pass.TagAt, stored.DesignTagAt }.Max(),
        };
        return new SignedPackage(version, file.GetBuffer().AsMemory(0, (int)file.Length));
    }

    /// <summary>The pass and its images as they are now, unsigned, for a page that draws them.</summary>
    public async Task<DrawnPass> DrawAsync(PassHead head, CancellationToken cancellationToken) =>
        await DrawAsync(await ReadAsync(head, cancellationToken), cancellationToken);

    private async Task<DrawnPass> DrawAsync(Stored stored, CancellationToken cancellationToken)
    {
        var document = await designs.LoadDocumentAsync(stored.VersionId, cancellationToken);
        var assets = await designs.LoadAssetsAsync(document, cancellationToken);
        return new(PassRenderer.Render(document, PassContext.Of(stored.Pass, stored.Type, new Uri(address.Text))), assets);
    }

    // One statement is one moment: the values and the version of the design belong together.
    private async Task<Stored> ReadAsync(PassHead head, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from pass in db.Passes
            where pass.Id == head.PassId
            join version in db.DesignVersions
                on new { pass.DesignId, Number = pass.Design!.PublishedNumber } equals new { version.DesignId, Number = (int?)version.Number }
            select new Stored(pass, pass.PassType!, version.Id, pass.Design!.Tag, pass.Design.TagAt)).AsNoTracking().SingleAsync(cancellationToken);
    }

    private sealed record Stored(IssuedPass Pass, PassType Type, long VersionId, long DesignTag, DateTimeOffset DesignTagAt);
}

/// <summary>A rendered pass with the images of its design.</summary>
public sealed record DrawnPass(Pass Pass, PassAssets Assets);
