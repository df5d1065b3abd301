using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Devices;

namespace Portal.Activity.Pushes;

/// <summary>The log of pushes, for staff.</summary>
public sealed class PushLog(IDbContextFactory<PortalDbContext> contexts)
{
    private const int MostChoices = 6;

    /// <summary>The newest attempts, each with whom it was for as far as that is still known.</summary>
    /// <param name="filter">Which attempts.</param>
    /// <param name="before">Only attempts older than the one with this id, so that a page costs the same however far back it is.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<PushLogPage> PageAsync(PushLogFilter filter, long? before, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempts = await filter.Of(db, before).Take(size + 1).AsNoTracking().ToListAsync(cancellationToken);
        var hasOlder = attempts.Count > size;
        attempts = attempts[..Math.Min(size, attempts.Count)];
        return new PushLogPage(await NameAsync(db, attempts, cancellationToken), hasOlder ? attempts[^1].Id : null);
    }

    /// <summary>What the filter is called on screen.</summary>
    public async Task<(string? Pass, string? Device)> NamesAsync(PushLogFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pass = await db.Passes.Where(pass => pass.Id == filter.PassId).Select(pass => pass.Holder ?? pass.SerialNumber).FirstOrDefaultAsync(cancellationToken);
        var device = await db.Devices.Where(device => device.Id == filter.DeviceId).Select(device => device.LibraryIdentifier).FirstOrDefaultAsync(cancellationToken);
        return (pass, device is null ? null : DeviceNames.Of(device));
    }

    /// <summary>Passes by serial number or any field, and devices by the end of their name, for the filter.</summary>
    public async Task<IReadOnlyList<PushLogChoice>> ChoicesAsync(string search, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(search))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = LikePattern.Containing(search);
        var passes = await db.Passes.Where(pass => EF.Functions.Like(pass.SearchText, pattern, LikePattern.Escape)).OrderBy(pass => pass.Id).Take(MostChoices)
            .Select(pass => new { pass.Id, pass.SerialNumber, pass.Holder }).ToListAsync(cancellationToken);
        var choices = passes.ConvertAll(pass =>
            new PushLogChoice(pass.Holder is null ? $"Pass {pass.SerialNumber}" : $"{pass.Holder} · {pass.SerialNumber}", pass.Id, DeviceId: null));
        if (DeviceNames.EndIn(search) is not { } end)
            return choices;
        var devices = await db.Devices
            .Where(device => device.LibraryIdentifier.Length > DeviceNames.ShortestNamed && SqlText.Lower(device.LibraryIdentifier).EndsWith(end))
            .OrderBy(device => device.Id).Take(MostChoices).Select(device => new { device.Id, device.LibraryIdentifier }).ToListAsync(cancellationToken);
        return [.. choices, .. devices.Select(device => new PushLogChoice(DeviceNames.Of(device.LibraryIdentifier), PassId: null, device.Id))];
    }

    private static async Task<IReadOnlyList<PushEntry>> NameAsync(PortalDbContext db, List<PushAttempt> attempts, CancellationToken cancellationToken)
    {
        var targets = attempts.Select(attempt => (long?)attempt.PushTargetId).Distinct().ToList();
        // Counted in the database: one token may stand for many devices and passes.
        var reached = await db.Registrations.Where(row => targets.Contains(row.PushTargetId)).GroupBy(row => row.PushTargetId)
            .Select(group => new
            {
                Target = group.Key,
                Phones = group.Select(row => row.DeviceId).Distinct().Count(),
                PhoneId = group.Min(row => row.DeviceId),
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
                DeviceId = row.Phones == 1 ? row.PhoneId : null,
                Passes = row.Passes, PassId = row.Passes == 1 ? row.Pass : null,
                SerialNumber = row.Passes == 1 ? serials.GetValueOrDefault(row.Pass) : null,
            }
            : new PushEntry(attempt));
    }
}
