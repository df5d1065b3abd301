using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;

namespace Portal.Updates;

/// <summary>The registrations an update reaches, each with why it is not known to have it: the strongest thing that is known.</summary>
internal static class UpdateMarks
{
    public static IQueryable<Mark> Of(PortalDbContext db, IQueryable<Change> changes) =>
        ChangeHolders.Of(db, changes).Select(holder => new Mark
        {
            ChangeId = holder.ChangeId,
            RegistrationId = holder.RegistrationId,
            PushTargetId = holder.PushTargetId,
            AcceptedAt = holder.AcceptedAt,
            Reason = holder.Fetched ? LateReason.NotLate
                : holder.HasLeft ? LateReason.Ended
                : holder.Settled ? LateReason.Settled
                : holder.Kind != null && holder.Kind != PushKind.Apple ? LateReason.NotFromHere
                : !holder.IsLive ? LateReason.TokenDead
                : holder.FetchedBySomebody ? LateReason.FetchedByOneOfThem
                : holder.Asked ? LateReason.NotFetched
                : holder.Accepted ? LateReason.NotAsked
                : holder.IsGivenUp ? LateReason.GivenUp
                : LateReason.Queued,
        });

    internal sealed class Mark
    {
        public required Guid ChangeId { get; init; }

        public required long RegistrationId { get; init; }

        public required long? PushTargetId { get; init; }

        public required DateTimeOffset? AcceptedAt { get; init; }

        public required LateReason Reason { get; init; }
    }
}
