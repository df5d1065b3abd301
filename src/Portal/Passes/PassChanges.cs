using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Designs;
using Portal.Hosting;
using Portal.Hosting.Telemetry;
using Portal.Push;

namespace Portal.Passes;

/// <summary>
/// The only way a pass changes. Value, revision, update tag and the pushes it causes commit in one transaction, or not at all.
/// </summary>
public sealed partial class PassChanges(
    IDbContextFactory<PortalDbContext> contexts,
    PortalWriter writer,
    DesignLibrary designs,
    PushSignal pushes,
    PortalEvents events,
    TimeProvider time)
{
    /// <summary>Changes one pass. An edit that changes nothing writes nothing and wakes nobody; one that changes nothing for phones is kept and wakes nobody.</summary>
    public async Task<SaveOutcome> SaveAsync(PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        using var span = PortalTracing.Begin("save pass");
        var planned = await PlanAsync(edit, cancellationToken);
        if (planned.Outcome is { } outcome)
            return outcome;

        var saved = await TryWriteAsync(planned.Plan!, edit, author, cancellationToken);
        span?.SetTag("portal.outcome", saved.GetType().Name);
        if (saved is SaveOutcome.Saved { IsSameOnPhones: var isSame })
        {
            KillPoints.Reach(KillPoints.SaveAfterCommit);
            if (!isSame)
                pushes.Wake();
            events.Publish(new PortalEvent(PortalEventKind.PassChanged, PassId: edit.PassId));
        }

        return saved;
    }

    private async Task<SaveOutcome> TryWriteAsync(EditPlan plan, PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(
                (db, token) => plan.SameUnder is { } version
                    ? WriteSameAsync(db, plan, version, edit, author, token)
                    : WriteAsync(db, plan, edit, author, token),
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveOutcome.Conflict(await CurrentRevisionAsync(edit.PassId, cancellationToken));
        }
        catch (DbUpdateException)
        {
            // The same save twice at once: the change's own key lets one of them through.
            if (await FindCommittedAsync(edit, cancellationToken) is not { } committed)
                throw;
            return committed;
        }
    }

    private async Task<SaveOutcome> WriteAsync(
        PortalDbContext db, EditPlan plan, PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        var tag = await UpdateClock.AdvanceAsync(db, plan.Before.PassTypeId, cancellationToken);
        var now = time.GetUtcNow();
        var devices = await LiveDevices(db.Registrations.Where(row => row.PassId == edit.PassId)).CountAsync(cancellationToken);

        var pass = plan.Before;
        db.Passes.Attach(pass);
        pass.Tag = tag.Number;
        pass.TagAt = now;
        await StoreAsync(db, plan, edit, author, now, (1, devices), cancellationToken);
        await PushQueue.EnqueueForPassAsync(db, pass.Id, tag.Number, now, cancellationToken);
        KillPoints.Reach(KillPoints.SaveBeforeCommit);
        return new SaveOutcome.Saved(tag.Number, pass.Revision, devices);
    }

    // What phones have stays true, so the pass keeps its tag: a new one would wake them for nothing.
    private async Task<SaveOutcome> WriteSameAsync(
        PortalDbContext db, EditPlan plan, int designVersion, PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        var pass = plan.Before;
        await UpdateClock.HoldAsync(db, pass.PassTypeId, cancellationToken);
        // Under a version published since the plan was made it may not be the same any more.
        if (await db.Designs.Where(row => row.Id == pass.DesignId).Select(row => row.PublishedNumber).SingleAsync(cancellationToken) != designVersion)
            return new SaveOutcome.Conflict(pass.Revision);

        db.Passes.Attach(pass);
        await StoreAsync(db, plan, edit, author, time.GetUtcNow(), (0, 0), cancellationToken);
        return new SaveOutcome.Saved(pass.Tag, pass.Revision, Devices: 0) { IsSameOnPhones = true };
    }

    private static async Task StoreAsync(
        PortalDbContext db, EditPlan plan, PassEdit edit, Author author, DateTimeOffset now, (int Passes, int Devices) reach, CancellationToken cancellationToken)
    {
        var pass = plan.Before;
        pass.Values = plan.Values.ToJson();
        pass.Holder = plan.Holder;
        pass.SearchText = PassSearchText.Of(pass.SerialNumber, plan.Values);
        pass.Voided = plan.Voided;
        pass.Revision++;
        db.Changes.Add(new Change
        {
            Id = edit.ChangeId, Kind = plan.Kind, At = now, Who = author.Name, UserId = author.UserId, Summary = plan.Summary,
            PassTypeId = pass.PassTypeId, DesignId = pass.DesignId, PassId = pass.Id, Tag = pass.Tag, PassCount = reach.Passes, DeviceCount = reach.Devices,
        });
        db.PassRevisions.Add(RevisionOf(pass, edit.ChangeId));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<long> LiveDevices(IQueryable<Data.Devices.Registration> registrations) =>
        registrations.Where(row => row.EndedAt == null).Select(row => row.DeviceId).Distinct();

    private static PassRevision RevisionOf(IssuedPass pass, Guid changeId) => new()
    {
        PassId = pass.Id, Number = pass.Revision, Values = pass.Values, Voided = pass.Voided, ExpiresAt = pass.ExpiresAt,
        Tag = pass.Tag, ChangeId = changeId,
    };

    private async Task<int> CurrentRevisionAsync(long passId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Passes.Where(pass => pass.Id == passId).Select(pass => pass.Revision).SingleAsync(cancellationToken);
    }

    private async Task<SaveOutcome?> FindCommittedAsync(PassEdit edit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PassRevisions.Where(row => row.ChangeId == edit.ChangeId && row.PassId == edit.PassId)
            .Select(row => new SaveOutcome.Saved(row.Tag, row.Number, row.Change!.DeviceCount) { IsSameOnPhones = row.Change.PassCount == 0 })
            .SingleOrDefaultAsync(cancellationToken);
    }
}
