using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Passes;
using Portal.Preview;

namespace Portal.Designs;

/// <summary>Says what publishing a draft would do, and has it done when nothing is wrong with it.</summary>
public sealed class DesignPublisher(
    IDbContextFactory<PortalDbContext> contexts, DesignLibrary library, DesignStore store, PassChanges changes)
{
    private const int NoticeSample = 50;

    /// <summary>What a publication would do, without doing it; null when there is no such design.</summary>
    public async Task<PublishPreview?> PreviewAsync(long designId, CancellationToken cancellationToken)
    {
        if (await store.OpenDraftAsync(designId, cancellationToken) is not { } draft)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var installed = db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == designId);
        return new PublishPreview
        {
            Draft = draft,
            PassCount = await db.Passes.CountAsync(pass => pass.DesignId == designId && pass.DeletedAt == null, cancellationToken),
            DeviceCount = await installed.Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken),
            PushedCount = await installed.Where(row => row.PushTarget!.Kind == PushKind.Apple && row.PushTarget.RetiredAt == null)
                .Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken),
            Problems = await FindProblemsAsync(draft, cancellationToken),
            Notices = await NoticesAsync(db, draft, cancellationToken),
        };
    }

    /// <summary>Publishes exactly the draft that was looked at, unless it has errors.</summary>
    /// <param name="draft">The draft; one that was changed in between is not published.</param>
    /// <param name="changeId">A UUIDv7, made once for one click on one draft, so that a second one changes nothing.</param>
    /// <param name="author">Who publishes.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <exception cref="OutcomeUnknownException">Whether it was published is not known.</exception>
    public async Task<PublishResult> PublishAsync(DesignDraft draft, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        // What is published is what is stored: not what the caller has in hand.
        if (await store.OpenDraftAsync(draft.DesignId, cancellationToken) is not { } stored)
            return PublishResult.InBetween;
        var problems = await FindProblemsAsync(stored, cancellationToken);
        return problems.FirstOrDefault(problem => problem.IsError) is { } error
            ? PublishResult.Refused($"{error.Place}: {error.Message}")
            : await changes.PublishAsync(draft, changeId, author, cancellationToken);
    }

    private async Task<IReadOnlyList<DesignProblem>> FindProblemsAsync(DesignDraft draft, CancellationToken cancellationToken)
    {
        var assets = await library.LoadAssetsAsync(draft.Document, cancellationToken);
        var problems = DesignProblems.Find(draft.Document, assets, draft.OrganizationName);
        var before = await library.FindPublishedAsync(draft.DesignId, cancellationToken);
        // The holders of existing passes are kept in a column of their own, for search.
        return before is null || before.Document.HolderField == draft.Document.HolderField
            ? problems
            : [new("$.holderField", "Holder", ProblemSeverity.Error, "The holder's field stays as it was first published: lists and search know passes by it."), .. problems];
    }

    // What a phone says depends on the values of its pass: those most lately put on a phone speak for the others.
    private async Task<IReadOnlyList<ChangeNotice>> NoticesAsync(PortalDbContext db, DesignDraft draft, CancellationToken cancellationToken)
    {
        if (await library.FindPublishedAsync(draft.DesignId, cancellationToken) is not { } before)
            return [];
        var passes = await db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == draft.DesignId)
            .OrderByDescending(row => row.Id).Take(NoticeSample).Select(row => new { Pass = row.Pass!, Type = row.Pass!.PassType! })
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. passes.DistinctBy(row => row.Pass.Id)
            .Select(row => PassContext.Of(row.Pass, row.Type, webServiceUrl: null))
            .SelectMany(context => ChangeNotices.Between(PassRenderer.Render(before.Document, context), PassRenderer.Render(draft.Document, context)))
            .Distinct()];
    }
}
