using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Passes;
using Portal.Preview;
using Portal.Push;

namespace Portal.Designs;

/// <summary>Makes a draft what passes follow.</summary>
public sealed class DesignPublisher(
    IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, DesignLibrary library, DesignStore store, PushSignal pushes, PortalEvents events, TimeProvider time)
{
    private const int NoticeSample = 50;

    /// <summary>What a publication would do, without doing it; null when there is no such design.</summary>
    public async Task<PublishPreview?> PreviewAsync(long designId, CancellationToken cancellationToken)
    {
        if (await store.OpenDraftAsync(designId, cancellationToken) is not { } draft)
            return null;
        var assets = await library.LoadAssetsAsync(draft.Document, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var passes = db.Passes.Where(pass => pass.DesignId == designId && pass.DeletedAt == null);
        var installed = db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == designId);
        return new PublishPreview
        {
            Draft = draft,
            PassCount = await passes.CountAsync(cancellationToken),
            DeviceCount = await installed.Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken),
            Problems = DesignProblems.Find(draft.Document, assets, draft.OrganizationName),
            Notices = await NoticesAsync(db, draft, cancellationToken),
        };
    }

    /// <summary>Publishes exactly the draft that was looked at: every pass of the design follows it, every device that has one is told.</summary>
    /// <param name="draft">The draft; one that was changed in between is not published.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async Task<PublishResult> PublishAsync(DesignDraft draft, PublishedBy by, CancellationToken cancellationToken)
    {
        var assets = await library.LoadAssetsAsync(draft.Document, cancellationToken);
        if (DesignProblems.Find(draft.Document, assets, draft.OrganizationName).FirstOrDefault(problem => problem.IsError) is { } error)
            return PublishResult.Refused($"{error.Place}: {error.Message}");
        var order = new PublishOrder(draft, by, time.GetUtcNow());
        var result = await writer.WriteAsync((db, token) => PassChanges.PublishAsync(db, order, token), cancellationToken);
        if (result.IsPublished)
        {
            pushes.Wake();
            events.Publish(new PortalEvent(PortalEventKind.DesignPublished, DesignId: draft.DesignId));
        }

        return result;
    }

    // What a phone says depends on the values of its pass: those most lately put on a phone speak for the others.
    private async Task<IReadOnlyList<ChangeNotice>> NoticesAsync(PortalDbContext db, DesignDraft draft, CancellationToken cancellationToken)
    {
        if (await library.FindPublishedAsync(draft.DesignId, cancellationToken) is not { } before)
            return [];
        var passes = await db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == draft.DesignId)
            .OrderByDescending(row => row.Id).Select(row => row.Pass!).Take(NoticeSample).Include(pass => pass.PassType)
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. passes.DistinctBy(pass => pass.Id)
            .Select(pass => PassContext.Of(pass, pass.PassType!, webServiceUrl: null))
            .SelectMany(context => ChangeNotices.Between(PassRenderer.Render(before.Document, context), PassRenderer.Render(draft.Document, context)))
            .Distinct()];
    }
}
