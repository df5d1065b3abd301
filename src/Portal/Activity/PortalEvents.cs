using System.Collections.Immutable;

namespace Portal.Activity;

/// <summary>
/// The live feed inside this process, fed after a commit. A slow page costs nothing but its own news: each subscriber
/// has a bounded buffer and gets at most four batches a second.
/// </summary>
public sealed partial class PortalEvents(TimeProvider time, ILogger<PortalEvents> logger)
{
    private ImmutableArray<PortalSubscription> _subscriptions = [];

    /// <summary>Hands the news to every subscriber; never waits and never throws.</summary>
    public void Publish(PortalEvent news)
    {
        foreach (var subscription in _subscriptions)
            subscription.Offer(news);
    }

    /// <summary>News was lost on its way here: every subscriber looks again at all it shows.</summary>
    public void Miss()
    {
        foreach (var subscription in _subscriptions)
            subscription.Miss();
    }

    /// <summary>Calls <paramref name="onNews"/> with each batch until the subscription is disposed.</summary>
    public PortalSubscription Subscribe(Func<PortalEventBatch, Task> onNews)
    {
        var subscription = new PortalSubscription(onNews, time, Remove, error => Log.SubscriberFailed(logger, error));
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Add(subscription));
        return subscription;
    }

    private void Remove(PortalSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Remove(subscription));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not take in the news")]
        public static partial void SubscriberFailed(ILogger logger, Exception error);
    }
}
