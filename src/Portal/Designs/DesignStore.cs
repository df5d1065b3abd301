using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Designs;
using Portal.Data.Storage;
using Portal.Designs.Starting;

namespace Portal.Designs;

/// <summary>Lists designs, and opens, saves and creates their drafts. Publishing is <see cref="DesignPublisher"/>'s.</summary>
public sealed class DesignStore(IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, TimeProvider time)
{
    /// <summary>The longest name of a design.</summary>
    public const int LongestName = 100;

    /// <summary>All designs whose name or pass type contains the text, those changed last first.</summary>
    public async Task<IReadOnlyList<DesignSummary>> ListAsync(string? search, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var designs = string.IsNullOrWhiteSpace(search) ? db.Designs : Matching(db, LikePattern.Containing(search));
        var rows = await designs.OrderByDescending(design => design.ModifiedAt).ThenByDescending(design => design.Id).Select(design => new
        {
            design.Id,
            design.Name,
            PassTypeIdentifier = design.PassType!.Identifier,
            design.PassType.OrganizationName,
            design.PublishedNumber,
            design.ModifiedAt,
            Newest = design.Versions.OrderByDescending(version => version.Number)
                .Select(version => new { version.Document, version.PublishedAt }).First(),
            Passes = db.Passes.Count(pass => pass.DesignId == design.Id && pass.DeletedAt == null),
            Devices = db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == design.Id)
                .Select(row => row.DeviceId).Distinct().Count(),
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DesignSummary
        {
            Id = row.Id,
            Name = row.Name,
            PassTypeIdentifier = row.PassTypeIdentifier,
            OrganizationName = row.OrganizationName,
            PublishedNumber = row.PublishedNumber,
            ModifiedAt = row.ModifiedAt,
            Document = DesignDocumentJson.Read(row.Newest.Document),
            HasDraft = row.Newest.PublishedAt is null,
            PassCount = row.Passes,
            DeviceCount = row.Devices,
        });
    }

    /// <summary>The pass types a new design may belong to.</summary>
    public async Task<IReadOnlyList<PassType>> PassTypesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PassTypes.AsNoTracking().OrderBy(type => type.Identifier).ToListAsync(cancellationToken);
    }

    /// <summary>The draft of a design, or what it published last where there is no draft; null when there is no such design.</summary>
    public async Task<DesignDraft?> OpenDraftAsync(long designId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Designs.Where(design => design.Id == designId).Select(design => new
        {
            Design = design,
            Type = design.PassType!,
            Newest = design.Versions.OrderByDescending(version => version.Number).First(),
        }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new DesignDraft
        {
            DesignId = designId,
            PassTypeId = row.Type.Id,
            Name = row.Design.Name,
            PassTypeIdentifier = row.Type.Identifier,
            OrganizationName = row.Type.OrganizationName,
            Document = DesignDocumentJson.Read(row.Newest.Document),
            Mark = row.Newest.PublishedAt is null
                ? new DraftMark(row.Newest.Number, row.Newest.Revision)
                : new DraftMark(row.Newest.Number + 1, 0),
            PublishedNumber = row.Design.PublishedNumber,
            ModifiedAt = row.Newest.ModifiedAt,
            ModifiedBy = row.Newest.ModifiedBy,
        };
    }

    /// <summary>Creates a design with a first draft.</summary>
    /// <returns>The id of the design.</returns>
    /// <param name="design">Where it starts from; its images are stored.</param>
    /// <param name="name">What staff call it.</param>
    /// <param name="passTypeId">The pass type its passes will have, for ever.</param>
    /// <param name="who">The name of who does it.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public Task<long> CreateAsync(StartingDesign design, string name, int passTypeId, string who, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var created = new PassDesign
        {
            Name = name.Trim(),
            Style = StyleKey.Of(design.Document.Pass.Style),
            PassTypeId = passTypeId,
            CreatedAt = now,
            ModifiedAt = now,
            TagAt = now,
        };
        created.Versions.Add(Draft(new DraftMark(1, 1), design.Document, who, now));
        return writer.WriteAsync(
            async (db, token) =>
            {
                await DesignImages.StoreAsync(db, design.Images, token);
                db.Designs.Add(created);
                await db.SaveChangesAsync(token);
                return created.Id;
            },
            cancellationToken);
    }

    /// <summary>
    /// Saves a draft: nothing reaches a pass before it is published. The name, which no phone sees, holds at once. What the same
    /// person saved already is answered as it was then.
    /// </summary>
    /// <param name="draft">What was opened, with its new name and document.</param>
    /// <param name="who">The name of who saves.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>The new mark; or who was faster, and then nothing was saved.</returns>
    public async Task<DraftSave> SaveDraftAsync(DesignDraft draft, string who, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync((db, token) => SaveAsync(db, draft, who, token), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // PostgreSQL lets two writers get this far; the second one looks at what the first one left.
            var current = await OpenDraftAsync(draft.DesignId, cancellationToken);
            if (current is null || current.Mark == draft.Mark)
                throw;
            return DraftSave.TooLate(current.ModifiedBy, current.ModifiedAt);
        }
    }

    private static IQueryable<PassDesign> Matching(PortalDbContext db, string pattern) => db.Designs.Where(design =>
        EF.Functions.Like(SqlText.Lower(design.Name), pattern, LikePattern.Escape)
        || EF.Functions.Like(SqlText.Lower(design.Style), pattern, LikePattern.Escape)
        || EF.Functions.Like(SqlText.Lower(design.PassType!.Identifier), pattern, LikePattern.Escape));

    private static DesignVersion Draft(DraftMark mark, DesignDocument document, string who, DateTimeOffset now) => new()
    {
        Number = mark.Number,
        Revision = mark.Revision,
        Document = DesignDocumentJson.Write(document),
        ModifiedAt = now,
        ModifiedBy = who,
    };

    private async Task<DraftSave> SaveAsync(PortalDbContext db, DesignDraft draft, string who, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var design = await db.Designs.SingleAsync(row => row.Id == draft.DesignId, cancellationToken);
        var newest = await db.DesignVersions.Where(row => row.DesignId == draft.DesignId)
            .OrderByDescending(row => row.Number).FirstAsync(cancellationToken);
        var mark = newest.PublishedAt is null ? new DraftMark(newest.Number, newest.Revision) : new DraftMark(newest.Number + 1, 0);
        var next = draft.Mark with { Revision = draft.Mark.Revision + 1 };
        // The answer to a commit may be lost: then the same draft comes once more.
        if (mark == next && newest.ModifiedBy == who && design.Name == draft.Name.Trim() && newest.Document == DesignDocumentJson.Write(draft.Document))
            return new DraftSave { Mark = mark };
        if (mark != draft.Mark)
            return DraftSave.TooLate(newest.ModifiedBy, newest.ModifiedAt);

        if (newest.PublishedAt is null)
            db.Entry(newest).CurrentValues.SetValues(new { next.Revision, Document = DesignDocumentJson.Write(draft.Document), ModifiedAt = now, ModifiedBy = who });
        else
            design.Versions.Add(Draft(next, draft.Document, who, now));
        design.Name = draft.Name.Trim();
        design.ModifiedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return new DraftSave { Mark = next };
    }
}
