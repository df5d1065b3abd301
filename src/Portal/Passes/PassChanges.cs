using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;
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
    /// <exception cref="OutcomeUnknownException">Whether it was saved is not known; the same edit may be asked for again.</exception>
    public async Task<SaveOutcome> SaveAsync(PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        using var span = PortalTracing.Begin("save pass");
        var planned = await PlanAsync(edit, cancellationToken);
        if (planned.Outcome is { } outcome)
        {
            // The first answer to what is asked for again may have been lost, and its news with it.
            Announce(edit, outcome);
            return outcome;
        }

        var saved = await TryWriteAsync(planned.Plan!, edit, author, cancellationToken);
        span?.SetTag("portal.outcome", saved.GetType().Name);
        if (saved is SaveOutcome.Saved)
            KillPoints.Reach(KillPoints.SaveAfterCommit);
        Announce(edit, saved);
        return saved;
    }

    private void Announce(PassEdit edit, SaveOutcome outcome)
    {
        if (outcome is not SaveOutcome.Saved { IsSameOnPhones: var isSame })
            return;
        if (!isSame)
            pushes.Wake();
        events.Publish(new PortalEvent(PortalEventKind.PassChanged, PassId: edit.PassId));
    }

    private async Task<SaveOutcome> TryWriteAsync(EditPlan plan, PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        try
        {
            return await CommitAsync(
                (db, token) => plan.SameUnder is { } version
                    ? WriteSameAsync(db, plan, version, edit, author, token)
                    : WriteAsync(db, plan, edit, author, token),
                token => FindSavedAsync(edit, token),
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveOutcome.Conflict(await CurrentRevisionAsync(edit.PassId, cancellationToken));
        }
        catch (DbUpdateException taken) when (WriteFailure.IsTaken(taken))
        {
            // The same save twice at once: the change's own key lets one of them through.
            if (await FindSavedAsync(edit, cancellationToken) is not { } saved)
                throw;
            return saved;
        }
    }

    private async Task<SaveOutcome> WriteAsync(
        PortalDbContext db, EditPlan plan, PassEdit edit, Author author, CancellationToken cancellationToken)
    {
        var tag = await UpdateClock.AdvanceAsync(db, plan.Before.PassTypeId, cancellationToken);
        var now = time.GetUtcNow();
        var reach = await ReachAsync(db, edit.PassId, cancellationToken);

        var pass = plan.Before;
        db.Passes.Attach(pass);
        pass.Tag = tag.Number;
        pass.TagAt = now;
        await StoreAsync(db, plan, edit, author, now, (1, reach.Total), cancellationToken);
        await PushQueue.EnqueueForPassAsync(db, pass.Id, tag.Number, now, cancellationToken);
        KillPoints.Reach(KillPoints.SaveBeforeCommit);
        return new SaveOutcome.Saved(tag.Number, pass.Revision, reach);
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
        return new SaveOutcome.Saved(pass.Tag, pass.Revision, default) { IsSameOnPhones = true };
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

    // A pass is on a device once.
    private static async Task<PhoneReach> ReachAsync(PortalDbContext db, long passId, CancellationToken cancellationToken)
    {
        var phones = await db.Registrations.Where(row => row.PassId == passId && row.EndedAt == null)
            .GroupBy(row => row.PushTarget!.Kind == PushKind.Apple && row.PushTarget.RetiredAt == null)
            .Select(group => new { IsPushed = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new PhoneReach(phones.Where(row => row.IsPushed).Sum(row => row.Count), phones.Where(row => !row.IsPushed).Sum(row => row.Count));
    }

    private static IQueryable<long> LiveDevices(IQueryable<Registration> registrations) =>
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
}
