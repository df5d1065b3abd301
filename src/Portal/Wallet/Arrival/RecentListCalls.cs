using System.Runtime.InteropServices;
using Portal.Wallet.Requests;

namespace Portal.Wallet.Arrival;

/// <summary>
/// Which devices made a list call from where in the last two minutes: the only thing that tells devices of one pass apart,
/// for a fetch names none.
/// </summary>
public sealed class RecentListCalls
{
    private const int MostCalls = 50_000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<(long Device, Caller Caller), LastTwo> _calls = [];
    private DateTimeOffset _incompleteUntil;

    /// <summary>Remembers a list call.</summary>
    public void Remember(long device, Caller caller, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_calls.Count >= MostCalls)
                Forget(now);
            ref var calls = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, (device, caller), out _);
            calls = new(now, calls.Last);
        }
    }

    /// <summary>
    /// The one of these devices that called from there shortly before; null when none or several did, or when too much was
    /// going on to know.
    /// </summary>
    public long? OnlyCallerAmong(IEnumerable<long> devices, Caller caller, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (at < _incompleteUntil)
                return null;
            long? only = null;
            foreach (var device in devices)
            {
                if (!_calls.TryGetValue((device, caller), out var calls) || calls.Before(at) is { } called && at - called > Memory)
                    continue;
                if (only is not null || calls.Before(at) is null)
                    return null;
                only = device;
            }

            return only;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, calls) in _calls)
        {
            if (now - calls.Last > Memory)
                _calls.Remove(key);
        }

        if (_calls.Count < MostCalls)
            return;
        _calls.Clear();
        _incompleteUntil = now + Memory;
    }

    // Fetches are judged a moment after they happened: the device may have called again by then.
    private readonly record struct LastTwo(DateTimeOffset Last, DateTimeOffset Previous)
    {
        /// <summary>The last call not after a moment; null when both were later and what came before is forgotten.</summary>
        public DateTimeOffset? Before(DateTimeOffset at) => Last <= at ? Last : Previous <= at ? Previous : null;
    }
}
