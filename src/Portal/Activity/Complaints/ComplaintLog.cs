using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Activity;

namespace Portal.Activity.Complaints;

/// <summary>What devices wrote to the log address.</summary>
public sealed class ComplaintLog(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>What was complained of, the latest first.</summary>
    /// <param name="passId">Only of this pass; null for all.</param>
    /// <param name="count">How many groups at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<ComplaintGroup>> GroupsAsync(long? passId, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = Of(db, passId).GroupBy(line => new { line.Task, line.Kind, line.Status }).Select(group => new
        {
            group.Key,
            Newest = group.Max(line => line.Id),
            Lines = group.Count(),
            Passes = group.Where(line => line.PassId != null).Select(line => line.PassId).Distinct().Count(),
            Pass = group.Max(line => line.PassId),
            Devices = group.Where(line => line.DeviceId != null).Select(line => line.DeviceId).Distinct().Count(),
            LastAt = group.Max(line => line.At),
        }).OrderByDescending(group => group.Newest).Take(count);
        var query =
            from found in groups
            join pass in db.Passes on found.Pass equals pass.Id into passes
            from pass in passes.DefaultIfEmpty()
            orderby found.Newest descending
            select new ComplaintGroup
            {
                Newest = found.Newest,
                Task = found.Key.Task,
                Kind = found.Key.Kind,
                Status = found.Key.Status,
                Passes = found.Passes,
                PassId = found.Passes == 1 && pass != null ? pass.Id : null,
                SerialNumber = pass == null ? null : pass.SerialNumber,
                Holder = pass == null ? null : pass.Holder,
                Lines = found.Lines,
                Devices = found.Devices,
                LastAt = found.LastAt,
            };
        return await query.ToListAsync(cancellationToken);
    }

    /// <summary>The newest lines of the group that a line belongs to, equal ones once.</summary>
    public async Task<IReadOnlyList<ComplaintEntry>> LinesAsync(long lineId, long? passId, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.DeviceComplaints.AsNoTracking().FirstOrDefaultAsync(line => line.Id == lineId, cancellationToken) is not { } one)
            return [];
        var texts = Of(db, passId)
            .Where(line => line.Task == one.Task && line.Kind == one.Kind && line.Status == one.Status)
            .GroupBy(line => new { line.Line, line.PassId })
            .Select(equal => new { Newest = equal.Max(line => line.Id), Lines = equal.Count() })
            .OrderByDescending(text => text.Newest)
            .Take(count);
        var query =
            from text in texts
            join line in db.DeviceComplaints on text.Newest equals line.Id
            join pass in db.Passes on line.PassId equals pass.Id into passes
            from pass in passes.DefaultIfEmpty()
            orderby line.Id descending
            select new ComplaintEntry(line, text.Lines, pass == null ? null : pass.Holder ?? pass.SerialNumber);
        return await query.AsNoTracking().ToListAsync(cancellationToken);
    }

    private static IQueryable<DeviceComplaint> Of(PortalDbContext db, long? passId) =>
        passId is null ? db.DeviceComplaints : db.DeviceComplaints.Where(line => line.PassId == passId);
}
