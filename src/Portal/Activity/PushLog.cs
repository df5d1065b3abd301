using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Devices;

namespace Portal.Activity;

/// <summary>The log of pushes, for staff.</summary>
public sealed class PushLog(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The newest attempts, each with whom it was for as far as that is still known.</summary>
    public async Task<IReadOnlyList<PushEntry>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempts = await db.PushAttempts.AsNoTracking().OrderByDescending(attempt => attempt.Id).Take(count).ToListAsync(cancellationToken);
        var targets = attempts.Select(attempt => (long?)attempt.PushTargetId).Distinct().ToList();
        // Counted in the database: one token may stand for many devices and passes.
        var reached = await db.Registrations.Where(row => targets.Contains(row.PushTargetId)).GroupBy(row => row.PushTargetId)
            .Select(group => new
            {
                Target = group.Key,
                Phones = group.Select(row => row.DeviceId).Distinct().Count(),
                Phone = group.Min(row => row.Device!.LibraryIdentifier),
                Passes = group.Select(row => row.PassId).Distinct().Count(),
                Pass = group.Min(row => row.PassId),
            }).ToDictionaryAsync(row => row.Target ?? 0, cancellationToken);
        var only = reached.Values.Where(row => row.Passes == 1).Select(row => row.Pass).ToList();
        var serials = await db.Passes.Where(pass => only.Contains(pass.Id)).ToDictionaryAsync(pass => pass.Id, pass => pass.SerialNumber, cancellationToken);
        return attempts.ConvertAll(attempt => reached.GetValueOrDefault(attempt.PushTargetId) is { } row
            ? new PushEntry(attempt)
            {
                Phone = row.Phones == 1 ? DeviceNames.Of(row.Phone ?? "") : Counted.Phones(row.Phones),
                Passes = row.Passes, PassId = row.Passes == 1 ? row.Pass : null,
                SerialNumber = row.Passes == 1 ? serials.GetValueOrDefault(row.Pass) : null,
            }
            : new PushEntry(attempt));
    }
}
