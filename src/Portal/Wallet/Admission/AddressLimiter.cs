using System.Net;
using System.Net.Sockets;

namespace Portal.Wallet.Admission;

/// <summary>Counts what comes from one client address, minute by minute. An IPv6 network counts as one address.</summary>
public sealed class AddressLimiter(int perMinute, TimeProvider time)
{
    private const int MostAddresses = 20_000;
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _counts = [];
    private long _minute;

    /// <summary>Counts one more. False when this address has had its share of the minute.</summary>
    public bool TryCount(IPAddress? address)
    {
        var key = Network(address ?? IPAddress.None);
        lock (_lock)
        {
            var minute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
            if (minute != _minute || _counts.Count >= MostAddresses)
            {
                _minute = minute;
                _counts.Clear();
            }

            var count = _counts.GetValueOrDefault(key);
            if (count >= perMinute)
                return false;
            _counts[key] = count + 1;
            return true;
        }
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
}
