using System.Threading.Channels;

namespace Portal.Activity;

/// <summary>One page's ear on <see cref="PortalEvents"/>.</summary>
public sealed class PortalSubscription : IAsyncDisposable
{
    private const int Capacity = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<PortalEventBatch, Task> _onNews;
    private readonly TimeProvider _time;
    private readonly Action<PortalSubscription> _remove;
    private readonly Action<Exception> _onFailure;
    private readonly Task _pump;
    private List<PortalEvent> _waiting = [];
    private bool _missed;

    internal PortalSubscription(
        Func<PortalEventBatch, Task> onNews, TimeProvider time, Action<PortalSubscription> remove, Action<Exception> onFailure)
    {
        _onNews = onNews;
        _time = time;
        _remove = remove;
        _onFailure = onFailure;
        _pump = Task.Run(PumpAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _remove(this);
        await _stop.CancelAsync();
        await _pump;
        _stop.Dispose();
    }

    internal void Offer(PortalEvent news)
    {
        lock (_lock)
        {
            if (_waiting.Count < Capacity)
                _waiting.Add(news);
            else
                _missed = true;
        }

        _wake.Writer.TryWrite(true);
    }

    internal void Miss()
    {
        lock (_lock)
            _missed = true;
        _wake.Writer.TryWrite(true);
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                await _wake.Reader.ReadAsync(_stop.Token);
                await TellAsync(Take());
                await Task.Delay(Pause, _time, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: the page is gone.
        }
    }

    private PortalEventBatch Take()
    {
        lock (_lock)
        {
            var batch = new PortalEventBatch(_waiting, _missed);
            _waiting = [];
            _missed = false;
            return batch;
        }
    }

    private async Task TellAsync(PortalEventBatch batch)
    {
        try
        {
            await _onNews(batch);
        }
        catch (OperationCanceledException)
        {
            // Whoever listens is leaving.
        }
        catch (Exception error)
        {
            _onFailure(error);
        }
    }
}
