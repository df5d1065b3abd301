using Microsoft.EntityFrameworkCore;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Data.Storage;

namespace Portal.Devices;

/// <summary>What staff see of the wallets that registered passes.</summary>
public sealed class DeviceQueries(IDbContextFactory<PortalDbContext> contexts, SlowCounts counts)
{
    /// <summary>The largest page.</summary>
    public const int LargestPage = 200;

    /// <summary>Devices that have a pass, by last contact, newest first, with their passes and last push.</summary>
    public async Task<DevicePage> ListAsync(string? search, int page, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, LargestPage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await counts.GetAsync((typeof(DeviceQueries), search), token => CountAsync(search, token), cancellationToken);
        var rows = await Matching(db, search).OrderByDescending(device => device.LastSeenAt).ThenByDescending(device => device.Id)
            .Skip(Math.Max(0, page) * size).Take(size).AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(device => device.Id);
        var passes = await PassesOf(db, ids).ToListAsync(cancellationToken);
        var byDevice = passes.ToLookup(pass => pass.DeviceId);
        return new DevicePage(count, rows.ConvertAll(device => new DeviceRow(device, [.. byDevice[device.Id]])));
    }

    /// <summary>The devices that have, or had, one pass.</summary>
    public async Task<IReadOnlyList<DevicePass>> OfPassAsync(long passId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Project(db.Registrations.Where(row => row.PassId == passId)
            .OrderBy(row => row.EndedAt != null).ThenByDescending(row => row.CreatedAt)).Take(LargestPage).ToListAsync(cancellationToken);
    }

    private async Task<int> CountAsync(string? search, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db, search).CountAsync(cancellationToken);
    }

    private static IQueryable<Device> Matching(PortalDbContext db, string? search)
    {
        var registered = db.Devices.Where(device => db.Registrations.Any(row => row.DeviceId == device.Id && row.EndedAt == null));
        if (string.IsNullOrWhiteSpace(search))
            return registered;
        var pattern = LikePattern.Containing(search);
        var end = DeviceNames.EndIn(search);
        return registered.Where(device => EF.Functions.Like(SqlText.Lower(device.UserAgent), pattern, LikePattern.Escape)
            || (end != null && device.LibraryIdentifier.Length > DeviceNames.ShortestNamed && SqlText.Lower(device.LibraryIdentifier).EndsWith(end))
            || db.Registrations.Any(row => row.DeviceId == device.Id && EF.Functions.Like(row.Pass!.SearchText, pattern, LikePattern.Escape)));
    }

    private static IQueryable<DevicePass> PassesOf(PortalDbContext db, List<long> deviceIds) =>
        Project(db.Registrations.Where(row => deviceIds.Contains(row.DeviceId)).OrderBy(row => row.EndedAt != null).ThenBy(row => row.Id));

    private static IQueryable<DevicePass> Project(IQueryable<Registration> rows) =>
        rows.Select(row => new DevicePass
        {
            DeviceId = row.DeviceId,
            UserAgent = row.Device!.UserAgent,
            LibraryIdentifier = row.Device.LibraryIdentifier,
            LastSeenAt = row.Device.LastSeenAt,
            PassId = row.PassId,
            SerialNumber = row.Pass!.SerialNumber,
            Holder = row.Pass.Holder,
            DesignName = row.Pass.Design!.Name,
            CreatedAt = row.CreatedAt,
            EndedAt = row.EndedAt,
            EndedReason = row.EndedReason,
            Kind = row.PushTarget == null ? null : row.PushTarget.Kind,
            LastPushAt = row.PushTarget == null ? null : row.PushTarget.LastPushAt,
            LastResult = row.PushTarget == null ? null : row.PushTarget.LastResult,
            RetiredReason = row.PushTarget == null ? null : row.PushTarget.RetiredReason,
            EffectiveTag = row.Pass.Tag > row.Pass.Design.Tag ? row.Pass.Tag : row.Pass.Design.Tag,
            AcceptedTag = row.PushTarget == null ? 0 : row.PushTarget.AcceptedTag,
            ListedTag = row.ListedTag,
            FetchedTag = row.FetchedTag,
            SettledTag = row.SettledTag,
            FetchedAt = row.FetchedAt,
        });
}
