using Microsoft.EntityFrameworkCore;
using Portal.Certificates;
using Portal.Data;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;

namespace Portal.Demo;

/// <summary>Fills an empty workspace: one pass type with its certificate, five published designs, some three hundred passes.</summary>
public sealed class DemoWorkspace(
    IDbContextFactory<PortalDbContext> contexts,
    CertificateStore certificates,
    DemoAuthority authority,
    DesignStore designs,
    DesignPublisher publisher,
    PassChanges changes,
    TimeProvider time) : IHostedService
{
    /// <summary>The pass type of every pass in the demo.</summary>
    public const string PassTypeIdentifier = "pass.demo.passbook-portal";

    private const string TeamIdentifier = "DEMO0TEAM1";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var typeId = await FindPassTypeAsync(cancellationToken) ?? await MakePassTypeAsync(cancellationToken);
        // A first start that was cut short goes on where it stopped: each design with its passes is there or is not.
        foreach (var start in StartingDesigns.All)
        {
            if (!await ExistsAsync(start.Title, cancellationToken))
                await MakeDesignAsync(start, typeId, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeDesignAsync(StartingDesign start, int typeId, CancellationToken cancellationToken)
    {
        var id = await designs.CreateAsync(OfItsOwnOrganisation(start), start.Title, typeId, Author.Demo.Name, cancellationToken);
        var draft = await designs.OpenDraftAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"The design {id} was made a moment ago and is gone.");
        var published = await publisher.PublishAsync(draft, Guid.CreateVersion7(time.GetUtcNow()), Author.Demo, cancellationToken);
        if (!published.IsPublished)
            throw new InvalidOperationException($"The starting design '{start.Title}' cannot be published: {published.Problem}");
        await changes.IssueManyAsync(id, DemoPasses.For(start.Key, time.GetUtcNow()), Author.Demo, cancellationToken);
    }

    // Five companies share the demo's one pass type: each design names its own on the lock screen.
    private static StartingDesign OfItsOwnOrganisation(StartingDesign start)
    {
        var pass = start.Document.Pass;
        return start with { Document = start.Document with { Pass = pass with { OrganizationName = pass.LogoText ?? start.Title } } };
    }

    private async Task<int> MakePassTypeAsync(CancellationToken cancellationToken)
    {
        var p12 = authority.Signer.IssuePassCertificate(PassTypeIdentifier, TeamIdentifier, password: null);
        var taken = await certificates.UploadAsync(new CertificateUpload(p12, Password: null, By: null), cancellationToken);
        return taken.PassTypeId;
    }

    private async Task<int?> FindPassTypeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PassTypes.Where(type => type.Identifier == PassTypeIdentifier).Select(type => (int?)type.Id).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Designs.AnyAsync(design => design.Name == name && design.PublishedNumber != null, cancellationToken);
    }
}
