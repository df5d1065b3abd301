using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Pushes;

/// <summary>Counts the answers of each lease, so that it goes with the last one. For one transaction at a time.</summary>
internal sealed class LeaseCounts
{
    private readonly Dictionary<Guid, int> _answered = [];

    /// <summary>Which leases of the batch still run; a holder that slept through one finds it gone.</summary>
    /// <remarks>On PostgreSQL they are locked, so that no other node takes them over before the commit.</remarks>
    public static async Task<HashSet<Guid>> HoldAsync(PortalDbContext db, IReadOnlyList<PushCompletion> completions, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. completions.Select(completion => completion.Push.LeaseId).Distinct()];
        var held = db.Database.IsSqlite()
            ? db.PushLeases.Where(lease => ids.Contains(lease.Id)).Select(lease => lease.Id)
            : db.Database.SqlQuery<Guid>($"""SELECT "Id" AS "Value" FROM "PushLeases" WHERE "Id" = ANY({ids}) ORDER BY 1 FOR UPDATE""");
        return [.. await held.ToListAsync(cancellationToken)];
    }

    /// <summary>The leases whose last answer is in the batch.</summary>
    public List<Guid> EndedBy(IReadOnlyList<PushCompletion> completions) =>
    [
        .. completions.GroupBy(completion => completion.Push.LeaseId)
            .Where(lease => _answered.GetValueOrDefault(lease.Key) + lease.Count() >= lease.First().Push.ClaimedTogether)
            .Select(lease => lease.Key),
    ];

    /// <summary>The batch is committed.</summary>
    public void Count(IReadOnlyList<PushCompletion> completions, IReadOnlySet<Guid> held)
    {
        foreach (var completion in completions)
        {
            ref var answered = ref CollectionsMarshal.GetValueRefOrAddDefault(_answered, completion.Push.LeaseId, out _);
            answered++;
            if (answered >= completion.Push.ClaimedTogether || !held.Contains(completion.Push.LeaseId))
                _answered.Remove(completion.Push.LeaseId);
        }
    }
}
