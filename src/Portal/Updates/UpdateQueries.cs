using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Storage;

namespace Portal.Updates;

/// <summary>The changes that reach phones, and which phones they have not reached.</summary>
public sealed class UpdateQueries(IDbContextFactory<PortalDbContext> contexts, SlowCounts counts, TimeProvider time)
{
    /// <summary>How long after a push a phone that has not fetched is late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    // The rest has fetched it, is past it, or can do so only by itself.
    private static readonly LateReason[] OnTheirWay =
        [LateReason.Queued, LateReason.GivenUp, LateReason.Refused, LateReason.NotAsked, LateReason.NotFetched, LateReason.FetchedByOneOfThem];

    private static readonly LateReason[] PushedInVain = [LateReason.NotAsked, LateReason.NotFetched];

    /// <summary>One page of updates, newest first.</summary>
    public async Task<UpdatePageOf> ListAsync(UpdateFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = Matching(db, filter);
        var count = await changes.CountAsync(cancellationToken);
        var entries = await ChangeLog.Entries(db, changes).Skip(Math.Max(0, page) * size).Take(size).ToListAsync(cancellationToken);
        return new UpdatePageOf(count, entries);
    }

    /// <summary>One update; null when there is none, or when it reached no phone.</summary>
    public async Task<Update?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await ChangeLog.Entries(db, ChangeLog.ThatReachPhones(db).Where(change => change.Id == id)).SingleOrDefaultAsync(cancellationToken);
        if (entry is null)
            return null;
        var clock = await (
            from change in db.Changes
            where change.Id == id
            join row in db.UpdateClocks on change.PassTypeId equals row.PassTypeId
            select new { row.PassTypeId, row.EpochStartedAt }).SingleAsync(cancellationToken);
        var reasons = await counts.GetAsync((typeof(ReasonCounts), id), token => ReasonsAsync(id, entry.PassId is null, token), cancellationToken);
        return new Update(entry, clock.PassTypeId, reasons) { IsOfFormerEpoch = entry.At < clock.EpochStartedAt };
    }

    /// <summary>The phones an update has not reached for one reason, those that were in touch last first.</summary>
    public async Task<IReadOnlyList<LatePhone>> LateAsync(Update update, LateReason reason, int page, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from mark in UpdateMarks.Of(db, update.Change.Id, update.IsOfDesign)
            where mark.Reason == reason
            join row in db.Registrations on mark.RegistrationId equals row.Id
            let device = row.Device!
            let target = row.PushTarget
            orderby device.LastSeenAt descending, row.Id
            select new LatePhone
            {
                RegistrationId = row.Id,
                Reason = reason,
                DeviceId = row.DeviceId,
                LibraryIdentifier = device.LibraryIdentifier,
                UserAgent = device.UserAgent,
                LastSeenAt = device.LastSeenAt,
                PassId = row.PassId,
                SerialNumber = row.Pass!.SerialNumber,
                Holder = row.Pass.Holder,
                AcceptedAt = mark.AcceptedAt,
                ListedAt = row.ListedAt,
                EndedAt = row.EndedAt,
                RetiredAt = target!.RetiredAt,
                RetiredReason = target.RetiredReason,
                DueAt = (DateTimeOffset?)target.Pending!.DueAt,
                ParkedReason = target.Pending.ParkedReason,
                PushedAgainAt = target.PushedAgainAt,
            }).Skip(Math.Max(0, page) * size).Take(size).ToListAsync(cancellationToken);
    }

    private async Task<ReasonCounts> ReasonsAsync(Guid id, bool isOfDesign, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new ReasonCounts(await UpdateMarks.Of(db, id, isOfDesign)
            .GroupBy(mark => mark.Reason).Select(marks => new { marks.Key, Count = marks.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken));
    }

    private static IQueryable<Change> Late(PortalDbContext db, IQueryable<Change> changes, DateTimeOffset before) =>
        WithMark(
            db,
            changes.Where(change => change.At <= before),
            mark => PushedInVain.Contains(mark.Reason) && (mark.AcceptedAt == null || mark.AcceptedAt <= before));

    private static IQueryable<Change> WithMark(PortalDbContext db, IQueryable<Change> changes, Expression<Func<UpdateMarks.Mark, bool>> condition)
    {
        var (ofPasses, ofDesigns) = (UpdateMarks.OfPasses(db, db.Changes).Where(condition), UpdateMarks.OfDesigns(db, db.Changes).Where(condition));
        return changes.Where(change => change.PassId != null
            ? ofPasses.Any(mark => mark.ChangeId == change.Id)
            : ofDesigns.Any(mark => mark.ChangeId == change.Id));
    }

    private IQueryable<Change> Matching(PortalDbContext db, UpdateFilter filter)
    {
        var changes = ChangeLog.ThatReachPhones(db);
        changes = filter.Source switch
        {
            UpdateSource.Passes => changes.Where(change => change.PassId != null),
            UpdateSource.Designs => changes.Where(change => change.PassId == null),
            _ => changes,
        };
        // Of what was before a restore nothing is known any more.
        if (filter.Progress is not UpdateProgress.Any)
            changes = changes.Where(change => db.UpdateClocks.Any(clock => clock.PassTypeId == change.PassTypeId && clock.EpochStartedAt <= change.At));
        changes = filter.Progress switch
        {
            UpdateProgress.Open => WithMark(db, changes, mark => OnTheirWay.Contains(mark.Reason)),
            UpdateProgress.Late => Late(db, changes, time.GetUtcNow() - LateAfter),
            _ => changes,
        };
        if (string.IsNullOrWhiteSpace(filter.Search))
            return changes;
        var pattern = LikePattern.Containing(filter.Search);
        return changes.Where(change => EF.Functions.Like(SqlText.Lower(change.Summary), pattern, LikePattern.Escape)
            || EF.Functions.Like(SqlText.Lower(change.Who), pattern, LikePattern.Escape)
            || db.Passes.Any(pass => pass.Id == change.PassId && EF.Functions.Like(pass.SearchText, pattern, LikePattern.Escape)));
    }
}

/// <summary>One page of updates.</summary>
public sealed record UpdatePageOf(int Count, IReadOnlyList<ChangeEntry> Updates);

/// <summary>An update with how many passes on phones stand where.</summary>
public sealed record Update(ChangeEntry Change, int PassTypeId, ReasonCounts Reasons)
{
    /// <summary>Whether it touched every pass of a design, and not one pass.</summary>
    public bool IsOfDesign => Change.PassId is null;

    /// <summary>A backup was restored since: the marks of arrival began anew, and nothing can be said of this one.</summary>
    public bool IsOfFormerEpoch { get; init; }
}
