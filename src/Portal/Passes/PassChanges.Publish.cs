using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Pushes;
using Portal.Designs;
using Portal.Hosting;
using Portal.Hosting.Telemetry;

namespace Portal.Passes;

public sealed partial class PassChanges
{
    /// <summary>
    /// Makes a draft what the passes of its design follow: tag, version, design, change and pushes commit together. A repeated
    /// click answers as the first one did; a draft that somebody changed in between is left alone.
    /// </summary>
    /// <param name="draft">The draft as it was looked at. Whether it is fit to be published is the caller's question.</param>
    /// <param name="changeId">A UUIDv7, made once for one click on one draft.</param>
    /// <param name="author">Who publishes.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <exception cref="OutcomeUnknownException">Whether it was published is not known.</exception>
    public async Task<PublishResult> PublishAsync(DesignDraft draft, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        using var span = PortalTracing.Begin("publish design");
        var result = await TryPublishAsync(draft, changeId, author, cancellationToken);
        if (result.IsPublished)
        {
            KillPoints.Reach(KillPoints.SaveAfterCommit);
            pushes.Wake();
            events.Publish(new PortalEvent(PortalEventKind.DesignPublished, DesignId: draft.DesignId));
        }

        return result;
    }

    private async Task<PublishResult> TryPublishAsync(DesignDraft draft, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        try
        {
            var reach = await ReachAsync(draft.DesignId, cancellationToken);
            return await CommitAsync(
                (db, token) => PublishAsync(db, draft, reach, changeId, author, token), token => FindPublishedAsync(draft, changeId, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PublishResult.InBetween;
        }
    }

    private async Task<PublishResult> PublishAsync(
        PortalDbContext db, DesignDraft draft, PublishResult reach, Guid changeId, Author author, CancellationToken cancellationToken)
    {
        var tag = await UpdateClock.AdvanceAsync(db, draft.PassTypeId, cancellationToken);
        // The clock's row is locked now: a second click waits for it and then finds the change of the first.
        if (await FindPublishedAsync(db, draft, changeId, cancellationToken) is { } done)
            return done;

        var design = await db.Designs.SingleAsync(row => row.Id == draft.DesignId, cancellationToken);
        var version = await db.DesignVersions.SingleOrDefaultAsync(row => row.DesignId == draft.DesignId && row.PublishedAt == null, cancellationToken);
        if (version is null || new DraftMark(version.Number, version.Revision) != draft.Mark)
            return PublishResult.InBetween;

        var now = time.GetUtcNow();
        version.PublishedAt = now;
        // So that somebody who is saving this draft at this moment finds it gone, instead of changing what is published.
        version.Revision++;
        design.PublishedNumber = version.Number;
        design.Tag = tag.Number;
        design.TagAt = now;
        design.ModifiedAt = now;
        db.Changes.Add(new Change
        {
            Id = changeId, Kind = ChangeKind.Publish, At = now, Who = author.Name, UserId = author.UserId,
            Summary = $"Published version {version.Number} of {design.Name}",
            PassTypeId = design.PassTypeId, DesignId = design.Id, Tag = tag.Number,
            PassCount = reach.PassCount, DeviceCount = reach.DeviceCount,
        });
        await db.SaveChangesAsync(cancellationToken);
        await PushQueue.EnqueueForDesignAsync(db, design.Id, tag.Number, now, cancellationToken);
        KillPoints.Reach(KillPoints.SaveBeforeCommit);
        return reach;
    }

    // Counted before the transaction: counting a hundred thousand devices would make every other save wait.
    private async Task<PublishResult> ReachAsync(long designId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new PublishResult
        {
            PassCount = await db.Passes.CountAsync(pass => pass.DesignId == designId && pass.DeletedAt == null, cancellationToken),
            DeviceCount = await LiveDevices(db.Registrations.Where(row => row.Pass!.DesignId == designId)).CountAsync(cancellationToken),
        };
    }
}
