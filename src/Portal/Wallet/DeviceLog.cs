using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Storage;
using Portal.Wallet.Admission;
using Portal.Wallet.Complaints;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary>Keeps what devices complain of: anybody may post, so every address has its share and the oldest lines go.</summary>
public sealed class DeviceLog(
    IDbContextFactory<PortalDbContext> contexts, PortalWriter writer, IOptions<WalletLimits> limits, TimeProvider time)
{
    private readonly AddressLimiter _posts = new(limits.Value.LogPostsPerMinute, time);

    /// <summary>Counts one more post of an address. False when it has had its share.</summary>
    public bool Admits(IPAddress? address) => _posts.TryCount(address);

    /// <summary>Stores the lines, with the pass and the device each names.</summary>
    public async Task StoreAsync(IReadOnlyList<string> lines, Caller caller, CancellationToken cancellationToken)
    {
        // Read before the write gate is entered: other writers wait behind it.
        var complaints = await ReadAsync(lines, caller, cancellationToken);
        await writer.WriteAsync(
            async (db, token) =>
            {
                db.DeviceComplaints.AddRange(complaints);
                await db.SaveChangesAsync(token);
                // Ids grow, so this leaves about the number asked for without counting them.
                var oldest = complaints.Max(complaint => complaint.Id) - limits.Value.KeptLogLines;
                await db.DeviceComplaints.Where(complaint => complaint.Id <= oldest).ExecuteDeleteAsync(token);
            },
            cancellationToken);
    }

    private async Task<List<DeviceComplaint>> ReadAsync(IReadOnlyList<string> lines, Caller caller, CancellationToken cancellationToken)
    {
        var read = lines.Select(line => (Text: ComplaintSecrets.Mask(line), Says: ComplaintLine.Read(line))).ToList();
        List<ComplaintLine> says = [.. read.Select(line => line.Says)];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var passes = await PassesAsync(db, says, cancellationToken);
        var devices = await DevicesAsync(db, says, cancellationToken);
        var (now, address) = (time.GetUtcNow(), caller.Address.ToString());
        return read.ConvertAll(line => new DeviceComplaint
        {
            At = now,
            Line = line.Text,
            Address = address,
            Task = line.Says.Task,
            Kind = line.Says.Kind,
            Status = line.Says.Status,
            PassId = passes.TryGetValue((line.Says.PassTypeIdentifier, line.Says.SerialNumber), out var pass) ? pass : null,
            DeviceId = devices.TryGetValue(line.Says.DeviceLibraryIdentifier ?? "", out var device) ? device : null,
        });
    }

    private static async Task<Dictionary<(string? Type, string? Serial), long>> PassesAsync(
        PortalDbContext db, List<ComplaintLine> lines, CancellationToken cancellationToken)
    {
        var serials = lines.Where(line => line.SerialNumber is not null).Select(line => line.SerialNumber).Distinct(StringComparer.Ordinal).ToList();
        if (serials.Count == 0)
            return [];
        var types = lines.Select(line => line.PassTypeIdentifier).Distinct(StringComparer.Ordinal).ToList();
        var found = await db.PassTypes.Where(type => types.Contains(type.Identifier))
            .Join(db.Passes.Where(pass => serials.Contains(pass.SerialNumber)), type => type.Id, pass => pass.PassTypeId,
                (type, pass) => new { type.Identifier, pass.SerialNumber, pass.Id }).ToListAsync(cancellationToken);
        return found.ToDictionary(row => ((string?)row.Identifier, (string?)row.SerialNumber), row => row.Id);
    }

    private static async Task<Dictionary<string, long>> DevicesAsync(
        PortalDbContext db, List<ComplaintLine> lines, CancellationToken cancellationToken)
    {
        var identifiers = lines.Select(line => line.DeviceLibraryIdentifier).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (identifiers.Count == 0)
            return [];
        return await db.Devices.Where(device => identifiers.Contains(device.LibraryIdentifier))
            .ToDictionaryAsync(device => device.LibraryIdentifier, device => device.Id, StringComparer.Ordinal, cancellationToken);
    }
}
