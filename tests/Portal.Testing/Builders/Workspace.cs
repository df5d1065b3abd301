using Microsoft.EntityFrameworkCore;
using Portal.Certificates;
using Portal.Data;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Testing.Hosting;
using Xunit;

namespace Portal.Testing.Builders;

/// <summary>
/// A pass type of a running portal with its certificate and a published design, and what staff do there: all of it through
/// the portal's own services.
/// </summary>
public sealed class Workspace
{
    public const string Team = "TEAM123456";

    private static readonly Author Staff = new("Ada");

    private Workspace(PortalHost portal, int passTypeId, string passType, long designId)
    {
        Portal = portal;
        PassTypeId = passTypeId;
        PassType = passType;
        DesignId = designId;
    }

    public PortalHost Portal { get; }

    public int PassTypeId { get; }

    /// <summary>The pass type identifier.</summary>
    public string PassType { get; }

    public long DesignId { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="portal">Where.</param>
    /// <param name="passType">The identifier of a pass type the portal does not have yet.</param>
    /// <param name="design">A key of <see cref="StartingDesigns"/>.</param>
    /// <param name="certificateEnds">When its first certificate runs out; in a year when not given.</param>
    public static async Task<Workspace> CreateAsync(
        PortalHost portal, string passType = "pass.test.portal", string design = "store-card", DateTimeOffset? certificateEnds = null)
    {
        var passTypeId = await UploadCertificateAsync(portal, passType, certificateEnds);
        var designId = await portal.Service<DesignStore>().CreateAsync(
            StartingDesigns.Find(design) ?? throw new ArgumentException($"There is no starting design '{design}'.", nameof(design)),
            design, passTypeId, Staff.Name, Cancelled);
        var workspace = new Workspace(portal, passTypeId, passType, designId);
        await workspace.PublishAsync(document => document);
        return workspace;
    }

    /// <summary>Brings a new development certificate for a pass type, and with the first one the pass type itself.</summary>
    public static async Task<int> UploadCertificateAsync(PortalHost portal, string passType, DateTimeOffset? ends = null)
    {
        const string Password = "correct horse";
        var file = portal.Authority.IssuePassCertificate(passType, Team, Password, notAfter: ends);
        var taken = await portal.Service<CertificateStore>().UploadAsync(new CertificateUpload(file, Password, By: null), Cancelled);
        return taken.PassTypeId;
    }

    /// <summary>Issues a pass; without a serial number the portal invents one.</summary>
    public async Task<TestPass> IssueAsync(string? serialNumber = null, params (string Field, string Text)[] values)
    {
        var wanted = new NewPass(PassValues.Of(values.Select(value => KeyValuePair.Create(value.Field, value.Text))), serialNumber);
        return Of(await Portal.Service<PassChanges>().IssueAsync(DesignId, wanted, Staff, Cancelled));
    }

    /// <summary>Saves one field as a person would, on what the pass is now; null follows the design again.</summary>
    /// <returns>The tag of the change.</returns>
    public async Task<long> SaveAsync(TestPass pass, string field, string? text) =>
        Assert.IsType<SaveOutcome.Saved>(await EditAsync(pass, edit => edit with { Values = Values((field, text)) })).Tag;

    public async Task VoidAsync(TestPass pass) =>
        Assert.IsType<SaveOutcome.Saved>(await EditAsync(pass, edit => edit with { Voided = true }));

    /// <summary>Any edit of a pass as it is now.</summary>
    public async Task<SaveOutcome> EditAsync(TestPass pass, Func<PassEdit, PassEdit> change)
    {
        var stored = await RowAsync(pass);
        var edit = new PassEdit { ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = stored.Revision };
        return await Portal.Service<PassChanges>().SaveAsync(change(edit), Staff, Cancelled);
    }

    /// <summary>Changes the design and publishes it.</summary>
    public async Task PublishAsync(Func<DesignDocument, DesignDocument> change)
    {
        var store = Portal.Service<DesignStore>();
        var draft = await store.OpenDraftAsync(DesignId, Cancelled) ?? throw new InvalidOperationException("The design is gone.");
        var saved = await store.SaveDraftAsync(draft with { Document = change(draft.Document) }, Staff.Name, Cancelled);
        Assert.NotNull(saved.Mark);
        draft = await store.OpenDraftAsync(DesignId, Cancelled) ?? throw new InvalidOperationException("The design is gone.");
        var result = await Portal.Service<DesignPublisher>().PublishAsync(draft, Guid.CreateVersion7(), Staff, Cancelled);
        Assert.True(result.IsPublished, result.Problem);
    }

    /// <summary>The newest tag of the pass type.</summary>
    public async Task<UpdateTag> ClockAsync()
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        var clock = await db.UpdateClocks.AsNoTracking().SingleAsync(row => row.PassTypeId == PassTypeId, Cancelled);
        return new UpdateTag(clock.Epoch, clock.Number);
    }

    public async Task<IssuedPass> RowAsync(TestPass pass)
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Passes.AsNoTracking().SingleAsync(row => row.Id == pass.Id, Cancelled);
    }

    /// <summary>A stored pass of this pass type.</summary>
    public TestPass Of(IssuedPass pass) =>
        new(pass.Id, pass.DesignId, PassType, pass.SerialNumber, pass.AuthenticationToken, pass.DownloadCode);

    private static Dictionary<string, string?> Values((string Field, string? Text) value) =>
        new(StringComparer.Ordinal) { [value.Field] = value.Text };
}
