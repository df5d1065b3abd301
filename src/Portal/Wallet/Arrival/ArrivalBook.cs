using System.Runtime.InteropServices;
using Portal.Data.Devices;
using Portal.Wallet.Requests;

namespace Portal.Wallet.Arrival;

/// <summary>Marks of arrival between two writes.</summary>
internal sealed class ArrivalBook
{
    private readonly Dictionary<long, RegistrationMark> _registrations = [];
    private readonly Dictionary<long, DeviceContact> _devices = [];
    private readonly Dictionary<(long Pass, Caller Caller), Fetch> _fetches = [];
    private readonly Dictionary<long, long> _handedOut = [];

    public int Count => _registrations.Count + _devices.Count + _fetches.Count + _handedOut.Count;

    public IReadOnlyCollection<RegistrationMark> Registrations => _registrations.Values;

    public IReadOnlyCollection<DeviceContact> Devices => _devices.Values;

    public IReadOnlyCollection<Fetch> Fetches => _fetches.Values;

    public IEnumerable<PassMark> FirstHandOuts => _handedOut.Select(pair => new PassMark(pair.Key, pair.Value, default));

    public void Met(long device, long onePass, string userAgent, DateTimeOffset now) =>
        _devices[device] = new(device, userAgent.Length == 0 ? null : userAgent, now) { PassId = onePass };

    public void Mark(RegistrationMark mark)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_registrations, mark.RegistrationId, out var known);
        kept = known ? kept.And(mark) : mark;
    }

    public void Fetched(long pass, long tag, Caller caller, DateTimeOffset now)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_fetches, (pass, caller), out var known);
        if (!known || kept.Tag < tag)
            kept = new(pass, tag, caller, now);
    }

    public void HandedOut(long pass, long tag)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_handedOut, pass, out var known);
        kept = known ? Math.Min(kept, tag) : tag;
    }

    public long? HandedOutTag(long pass) => _handedOut.TryGetValue(pass, out var tag) ? tag : null;
}

/// <summary>Somebody fetched a pass.</summary>
internal readonly record struct Fetch(long PassId, long Tag, Caller Caller, DateTimeOffset At);
