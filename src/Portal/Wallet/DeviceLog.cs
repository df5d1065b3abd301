using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data.Activity;
using Portal.Data.Storage;
using Portal.Wallet.Admission;
using Portal.Wallet.Requests;

namespace Portal.Wallet;

/// <summary>Keeps what devices complain of: anybody may post, so every address has its share and the oldest lines go.</summary>
public sealed class DeviceLog(PortalWriter writer, IOptions<WalletLimits> limits, TimeProvider time)
{
    private readonly AddressLimiter _posts = new(limits.Value.LogPostsPerMinute, time);

    /// <summary>Counts one more post of an address. False when it has had its share.</summary>
    public bool Admits(IPAddress? address) => _posts.TryCount(address);

    /// <summary>Stores the lines.</summary>
    public Task StoreAsync(IReadOnlyList<string> lines, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async (db, token) =>
            {
                var complaints = lines.Select(line => new DeviceComplaint { At = now, Line = line, Address = caller.Address.ToString() }).ToList();
                db.DeviceComplaints.AddRange(complaints);
                await db.SaveChangesAsync(token);
                // Ids grow, so this leaves about the number asked for without counting them.
                var oldest = complaints.Max(complaint => complaint.Id) - limits.Value.KeptLogLines;
                await db.DeviceComplaints.Where(complaint => complaint.Id <= oldest).ExecuteDeleteAsync(token);
            },
            cancellationToken);
    }
}
