using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;

namespace Portal.Updates;

/// <summary>The registrations an update reaches, each with why it is not known to have it: the strongest thing that is known.</summary>
internal static class UpdateMarks
{
    /// <summary>Of one change.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="changeId">The change.</param>
    /// <param name="isOfDesign">Whether it touched every pass of a design, and not one pass.</param>
    public static IQueryable<Mark> Of(PortalDbContext db, Guid changeId, bool isOfDesign)
    {
        var changes = db.Changes.Where(change => change.Id == changeId);
        return isOfDesign ? OfDesigns(db, changes) : OfPasses(db, changes);
    }

    /// <inheritdoc cref="ChangeHolders.OfPasses"/>
    public static IQueryable<Mark> OfPasses(PortalDbContext db, IQueryable<Change> changes) => Reasoned(ChangeHolders.OfPasses(db, changes));

    /// <inheritdoc cref="ChangeHolders.OfDesigns"/>
    public static IQueryable<Mark> OfDesigns(PortalDbContext db, IQueryable<Change> changes) => Reasoned(ChangeHolders.OfDesigns(db, changes));

    private static IQueryable<Mark> Reasoned(IQueryable<ChangeHolder> holders) =>
        holders.Select(holder => new Mark
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
                : holder.IsRefused ? LateReason.Refused
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
