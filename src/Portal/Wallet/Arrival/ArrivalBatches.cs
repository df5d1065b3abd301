using Portal.Activity;
using Portal.Data.Devices;

namespace Portal.Wallet.Arrival;

/// <summary>Stores a book of marks, says whose a fetch was as far as the evidence goes, and tells open pages.</summary>
public sealed class ArrivalBatches(ArrivalMarkStatements statements, RecentListCalls calls, ArrivalMetrics metrics, PortalEvents events)
{
    internal async Task WriteAsync(ArrivalBook book, CancellationToken cancellationToken)
    {
        await statements.HandOutAsync(book.FirstHandOuts, cancellationToken);
        await StoreFetchesAsync(book, cancellationToken);
        // Read before the marks rise: only a device's first time counts.
        if (metrics.IsWatched)
            metrics.Arrived(await statements.DelaysAsync(book.Registrations, cancellationToken));
        await statements.MarkAsync(book.Registrations, cancellationToken);
        await statements.MeetAsync(book.Devices, cancellationToken);
        Tell(book);
    }

    private async Task StoreFetchesAsync(ArrivalBook book, CancellationToken cancellationToken)
    {
        if (book.Fetches.Count == 0)
            return;
        var passes = book.Fetches.Select(fetch => fetch.PassId).ToHashSet();
        var holders = (await statements.HoldersAsync(passes, cancellationToken)).ToLookup(holder => holder.PassId);
        var somebody = new List<PassMark>();
        foreach (var fetch in book.Fetches)
        {
            if (Owner(fetch, holders[fetch.PassId]) is { } owner)
                book.Mark(new(owner.RegistrationId, owner.PassId, owner.DeviceId) { FetchedTag = fetch.Tag, FetchedAt = fetch.At });
            else
                somebody.Add(new(fetch.PassId, fetch.Tag, fetch.At));
        }

        // One row each: where several rows name a pass, a database may take any of them.
        await statements.FetchedBySomebodyAsync(somebody.GroupBy(mark => mark.PassId).Select(marks => marks.MaxBy(mark => mark.Tag)), cancellationToken);
    }

    private PassHolder? Owner(Fetch fetch, IEnumerable<PassHolder> holders)
    {
        var all = holders.ToList();
        if (all.Count == 1)
            return all[0];
        var device = calls.OnlyCallerAmong(all.Select(holder => holder.DeviceId), fetch.Caller, fetch.At);
        return all.Find(holder => holder.DeviceId == device);
    }

    private void Tell(ArrivalBook book)
    {
        foreach (var mark in book.Registrations)
        {
            if (mark.ListedTag > 0 || mark.SettledTag > 0)
                events.Publish(new(PortalEventKind.DeviceListed, mark.PassId, DeviceId: mark.DeviceId));
        }

        foreach (var fetch in book.Fetches)
            events.Publish(new(PortalEventKind.PassFetched, fetch.PassId));
        foreach (var contact in book.Devices)
            events.Publish(new(PortalEventKind.DeviceListed, contact.PassId, DeviceId: contact.DeviceId));
    }
}
