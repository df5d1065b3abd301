using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;

namespace Portal.Activity;

/// <summary>
/// Who had the passes of a change when it committed, and what is known of the change there. A registration that ended after the
/// change keeps its marks, so that a ring never shrinks.
/// </summary>
/// <remarks>Changes of one pass and changes of a design are asked for apart: no index serves both, and one query would read every registration.</remarks>
internal static class ChangeHolders
{
    /// <summary>Of those changes that touched one pass.</summary>
    public static IQueryable<ChangeHolder> OfPasses(PortalDbContext db, IQueryable<Change> changes) => Known(
        db,
        from change in changes
        where change.PassId != null
        from row in db.Registrations
        where row.PassId == change.PassId
        select new Holding { Change = change, Row = row, Pass = row.Pass! });

    /// <summary>Of those changes that touched every pass of a design.</summary>
    public static IQueryable<ChangeHolder> OfDesigns(PortalDbContext db, IQueryable<Change> changes) => Known(
        db,
        from change in changes
        where change.PassId == null
        from pass in db.Passes
        where pass.DesignId == change.DesignId
        from row in db.Registrations
        where row.PassId == pass.Id
        select new Holding { Change = change, Row = row, Pass = pass });

    /// <summary>On the phones of one pass, of changes that touched it, be it alone or with its design.</summary>
    public static IQueryable<ChangeHolder> OfPass(PortalDbContext db, IQueryable<Change> changes, long passId) => Known(
        db,
        from change in changes
        from row in db.Registrations
        where row.PassId == passId
        select new Holding { Change = change, Row = row, Pass = row.Pass! });

    private static IQueryable<ChangeHolder> Known(PortalDbContext db, IQueryable<Holding> holdings) =>
        from holding in holdings
        let change = holding.Change
        let row = holding.Row
        let target = row.PushTarget
        where row.CreatedAt <= change.At && (row.EndedAt == null || row.EndedAt > change.At)
            && (row.LeftAt == null || change.At < row.LeftAt || change.At >= row.ReturnedAt)
        select new ChangeHolder
        {
            ChangeId = change.Id,
            RegistrationId = row.Id,
            PushTargetId = row.PushTargetId,
            Kind = target == null ? null : target.Kind,
            IsLive = target != null && target.RetiredAt == null && row.EndedAt == null,
            HasLeft = row.EndedAt != null && row.EndedReason != RegistrationEnd.TokenDead,
            IsGivenUp = target != null && target.LastResult == nameof(PushOutcome.Expired) && target.Pending == null,
            IsRefused = target != null && target.Pending!.ParkedReason != null,
            Accepted = row.AcceptedTag >= change.Tag || (target != null && target.AcceptedTag >= change.Tag),
            AcceptedAt = target == null ? null : target.AcceptedAt,
            Asked = row.ListedTag >= change.Tag,
            Fetched = row.FetchedTag >= change.Tag,
            Settled = row.SettledTag >= change.Tag,
            FetchedBySomebody = holding.Pass.FetchedTag >= change.Tag,
        };

    private sealed class Holding
    {
        public required Change Change { get; init; }

        public required Registration Row { get; init; }

        public required IssuedPass Pass { get; init; }
    }
}
