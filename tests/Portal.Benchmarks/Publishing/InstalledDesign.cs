using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Pushing;
using Portal.Data;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Publishing;

/// <summary>A store card that a hundred thousand phones have, one each, and staff who change it.</summary>
internal sealed class InstalledDesign
{
    public const int Count = 100_000;

    private static readonly Author Staff = new("Ada");

    private readonly BenchPortal _portal;
    private readonly long _designId;
    private int _edition;

    private InstalledDesign(BenchPortal portal, long designId) => (_portal, _designId) = (portal, designId);

    public long FirstPassId { get; private set; }

    public static async Task<InstalledDesign> CreateAsync(BenchPortal portal, TestDatabase database, CancellationToken cancellationToken)
    {
        var start = StartingDesigns.Find("store-card") ?? throw new InvalidOperationException("There is no store card to start from.");
        var design = new InstalledDesign(portal, await portal.Service<DesignStore>().CreateAsync(start, "Card", portal.PassTypeId, Staff.Name, cancellationToken));
        await design.PublishAsync(cancellationToken);
        design.FirstPassId = await database.Writer.WriteAsync(
            async (db, token) =>
            {
                await db.AddInstalledPassesAsync(await db.Designs.SingleAsync(token), first: 0, Count);
                return await db.Passes.MinAsync(pass => pass.Id, token);
            },
            cancellationToken);
        await database.AnalyzeAsync(cancellationToken);
        return design;
    }

    /// <summary>Changes the description, and publishes.</summary>
    /// <returns>How long the click took, from counting whom it reaches until it had committed.</returns>
    public async Task<TimeSpan> PublishAsync(CancellationToken cancellationToken)
    {
        var store = _portal.Service<DesignStore>();
        var draft = await OpenAsync(store, cancellationToken);
        var document = draft.Document with { Pass = draft.Document.Pass with { Description = $"Edition {++_edition}" } };
        await store.SaveDraftAsync(draft with { Document = document }, Staff.Name, cancellationToken);
        draft = await OpenAsync(store, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var result = await _portal.Service<PassChanges>().PublishAsync(draft, Guid.CreateVersion7(), Staff, cancellationToken);
        return result.IsPublished ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException(result.Problem);
    }

    /// <summary>Saves other points on one pass.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> SaveAsync(long passId, int points, CancellationToken cancellationToken)
    {
        await using var db = await _portal.Service<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        var edit = new PassEdit
        {
            ChangeId = Guid.CreateVersion7(),
            PassId = passId,
            ExpectedRevision = await db.Passes.Where(pass => pass.Id == passId).Select(pass => pass.Revision).SingleAsync(cancellationToken),
            Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = points.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        var started = Stopwatch.GetTimestamp();
        var outcome = await _portal.Service<PassChanges>().SaveAsync(edit, Staff, cancellationToken);
        return outcome is SaveOutcome.Saved ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException($"A save was {outcome.GetType().Name}.");
    }

    private async Task<DesignDraft> OpenAsync(DesignStore store, CancellationToken cancellationToken) =>
        await store.OpenDraftAsync(_designId, cancellationToken) ?? throw new InvalidOperationException("The design is gone.");
}
