using System.Net;
using System.Net.Sockets;

namespace Portal.Wallet.Admission;

/// <summary>Counts what comes from one client address in a minute. An IPv6 network counts as one address.</summary>
public sealed class AddressLimiter(int perMinute, TimeProvider time)
{
    private const int MostAddresses = 20_000;
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Share> _shares = [];

    /// <summary>Counts one more. False when this address has had its share of a minute, which begins with the first one counted.</summary>
    public bool TryCount(IPAddress? address)
    {
        var key = Network(address ?? IPAddress.None);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_shares.TryGetValue(key, out var share) || share.IsOver(now))
            {
                MakeRoom(now);
                share = new Share(now, 0);
            }

            if (share.Count >= perMinute)
                return false;
            _shares[key] = share with { Count = share.Count + 1 };
            return true;
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_shares.Count < MostAddresses)
            return;
        foreach (var (address, share) in _shares)
        {
            if (share.IsOver(now))
                _shares.Remove(address);
        }

        if (_shares.Count >= MostAddresses)
            _shares.Clear();
    }

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return new IPAddress(bytes);
    }

    private readonly record struct Share(DateTimeOffset Since, int Count)
    {
        // A clock that was set back must not lock anybody out for longer.
        public bool IsOver(DateTimeOffset now) => now - Since >= Window || now < Since;
    }
}
