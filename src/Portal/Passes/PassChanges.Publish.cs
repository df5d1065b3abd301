using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Pushes;
using Portal.Designs;

namespace Portal.Passes;

public sealed partial class PassChanges
{
    /// <summary>
    /// The transaction of a publication: tag, version, design, change and pushes together. A repeated order answers as the
    /// first one did; a draft that somebody changed in between is left alone.
    /// </summary>
    internal static async Task<PublishResult> PublishAsync(PortalDbContext db, PublishOrder order, CancellationToken cancellationToken)
    {
        var (draft, by, now) = order;
        var tag = await UpdateClock.AdvanceAsync(db, draft.PassTypeId, cancellationToken);
        if (await db.Changes.FindAsync([by.ChangeId], cancellationToken) is { } done)
            return new PublishResult { PassCount = done.PassCount, DeviceCount = done.DeviceCount };

        var design = await db.Designs.SingleAsync(row => row.Id == draft.DesignId, cancellationToken);
        var version = await db.DesignVersions.SingleOrDefaultAsync(row => row.DesignId == draft.DesignId && row.PublishedAt == null, cancellationToken);
        if (version is null || new DraftMark(version.Number, version.Revision) != draft.Mark)
            return PublishResult.Refused("Somebody changed or published this design in between. Look at it again, then publish.");

        version.PublishedAt = now;
        design.PublishedNumber = version.Number;
        design.Tag = tag.Number;
        design.TagAt = now;
        design.ModifiedAt = now;
        var change = new Change
        {
            Id = by.ChangeId,
            Kind = ChangeKind.Publish,
            At = now,
            Who = by.Who,
            UserId = by.UserId,
            Summary = $"Published version {version.Number} of {design.Name}",
            PassTypeId = design.PassTypeId,
            DesignId = design.Id,
            Tag = tag.Number,
            PassCount = await db.Passes.CountAsync(pass => pass.DesignId == design.Id && pass.DeletedAt == null, cancellationToken),
            DeviceCount = await db.Registrations.Where(row => row.EndedAt == null && row.Pass!.DesignId == design.Id)
                .Select(row => row.DeviceId).Distinct().CountAsync(cancellationToken),
        };
        db.Changes.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        await PushQueue.EnqueueForDesignAsync(db, design.Id, tag.Number, now, cancellationToken);
        return new PublishResult { PassCount = change.PassCount, DeviceCount = change.DeviceCount };
    }
}
