using System.Threading.RateLimiting;

namespace Portal.Certificates;

/// <summary>How often one person may bring a certificate: opening one costs work, and its password could be guessed here.</summary>
public sealed class UploadTries : IDisposable
{
    private const int PerMinute = 5;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(static who =>
        RateLimitPartition.GetFixedWindowLimiter(
            who, static _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts a try; false when there were too many within a minute.</summary>
    public bool Take(string who)
    {
        using var lease = _limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
