using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;

namespace Portal.Updates;

/// <summary>The registrations an update reaches, each with what is known of it there, as one query for all questions about it.</summary>
internal static class UpdateMarks
{
    /// <summary>Who had the passes when the change committed. An ended registration keeps its marks, so that a ring never shrinks.</summary>
    public static IQueryable<Mark> Of(PortalDbContext db, IQueryable<Change> changes) =>
        from change in changes
        from row in db.Registrations
        where (change.PassId != null ? row.PassId == change.PassId : row.Pass!.DesignId == change.DesignId)
            && row.CreatedAt <= change.At && (row.EndedAt == null || row.EndedAt > change.At)
        let target = row.PushTarget
        select new Mark
        {
            ChangeId = change.Id,
            Row = row,
            Target = target,
            Reason = row.FetchedTag >= change.Tag ? LateReason.NotLate
                : row.EndedAt != null && row.EndedReason != RegistrationEnd.TokenDead ? LateReason.Ended
                : target != null && target.Kind != PushKind.Apple ? LateReason.NotFromHere
                : row.Pass!.FetchedTag >= change.Tag ? LateReason.FetchedByOneOfThem
                : target == null || target.RetiredAt != null || row.EndedAt != null ? LateReason.TokenDead
                : row.ListedTag >= change.Tag || row.SettledTag >= change.Tag ? LateReason.NotFetched
                : target.AcceptedTag >= change.Tag ? LateReason.NotAsked
                : LateReason.Queued,
        };

    internal sealed class Mark
    {
        public required Guid ChangeId { get; init; }

        public required Registration Row { get; init; }

        public required PushTarget? Target { get; init; }

        public required LateReason Reason { get; init; }
    }
}
