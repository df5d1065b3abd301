using Portal.Data.Devices;
using Portal.Data.Storage;
using Portal.Wallet.Requests;

namespace Portal.Wallet.Arrival;

/// <summary>
/// Takes the marks of arrival off the path of the answer. Marks of one registration melt into one, so memory grows with
/// what is registered and not with what is asked. A full book drops the rest: the device's next list call repairs what
/// concerns a registration, and a pass whose first hand-out is unknown counts as old (docs/decisions/0006).
/// </summary>
public sealed class ArrivalMarks(RecentListCalls calls, TimeProvider time) : IDisposable
{
    private const int MostEntries = 100_000;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private ArrivalBook _book = new();
    private ArrivalBook _writing = new();

    /// <summary>A list call was answered: what this device was told, and how far its own tag says that it has come.</summary>
    /// <param name="updates">What it has.</param>
    /// <param name="since">The number of the tag it presented; -1 when it was none of this clock.</param>
    /// <param name="caller">From where it called.</param>
    public void Listed(DeviceUpdates updates, long since, Caller caller)
    {
        var now = time.GetUtcNow();
        calls.Remember(updates.DeviceId, caller, now);
        lock (_lock)
        {
            if (_book.Count >= MostEntries)
                return;
            _book.Met(updates.DeviceId, updates.Passes[0].PassId, caller.UserAgent, now);
            foreach (var pass in updates.Passes)
            {
                var listed = pass.EffectiveTag > since && pass.ListedTag < updates.Number ? updates.Number : 0;
                // Registered at a tag the device has not come to yet: it holds an older version of this one pass.
                var settled = since > pass.SettledTag && pass.RegistrationTag <= since ? since : 0;
                if (listed > 0 || settled > 0)
                    _book.Mark(new RegistrationMark(pass.RegistrationId, pass.PassId, updates.DeviceId) { ListedTag = listed, ListedAt = now, SettledTag = settled });
            }
        }

        Wake();
    }

    /// <summary>A pass was answered, or the device was told that it has it already.</summary>
    public void Fetched(long passId, long tag, Caller caller)
    {
        lock (_lock)
        {
            if (_book.Count >= MostEntries)
                return;
            _book.Fetched(passId, tag, caller, time.GetUtcNow());
        }

        Wake();
    }

    /// <summary>A pass left the portal for the first time.</summary>
    public void HandedOut(long passId, long tag)
    {
        lock (_lock)
        {
            if (_book.Count >= MostEntries)
                return;
            _book.HandedOut(passId, tag);
        }

        Wake();
    }

    /// <summary>The lowest tag a pass left the portal with, of those that are not stored yet.</summary>
    public long? HandedOutTag(long passId)
    {
        lock (_lock)
        {
            var (writing, next) = (_writing.HandedOutTag(passId), _book.HandedOutTag(passId));
            return next < writing ? next : writing ?? next;
        }
    }

    public void Dispose() => _news.Dispose();

    /// <summary>Ends when there is something to write.</summary>
    internal Task WaitAsync(CancellationToken cancellationToken) => _news.WaitAsync(cancellationToken);

    /// <summary>What there is to write. It stays known until <see cref="Written"/>.</summary>
    internal ArrivalBook Take()
    {
        lock (_lock)
        {
            _writing = _book;
            _book = new ArrivalBook();
            return _writing;
        }
    }

    /// <summary>The book taken last is stored.</summary>
    internal void Written()
    {
        lock (_lock)
            _writing = new ArrivalBook();
    }

    private void Wake()
    {
        if (_news.CurrentCount > 0)
            return;
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else was faster.
        }
    }
}
