using System.Threading.Channels;

namespace Wallet.Simulator.Phones;

/// <summary>The phones whose turn it is, worked through by a few workers that sleep while there are none.</summary>
internal sealed class PhoneQueue : IAsyncDisposable
{
    private readonly Channel<PhoneTurn> _turns = Channel.CreateUnbounded<PhoneTurn>();
    private readonly CancellationTokenSource _ending = new();
    private readonly PhoneOptions _options;
    private readonly Task _workers;
    private readonly Lock _gate = new();
    private TaskCompletionSource? _quiet;
    private int _busy;

    public PhoneQueue(PhoneOptions options)
    {
        _options = options;
        _workers = Task.WhenAll(Enumerable.Range(0, options.Parallelism).Select(_ => Task.Run(WorkAsync)));
    }

    public int Busy => Volatile.Read(ref _busy);

    public DateTimeOffset Now => _options.Time.GetUtcNow();

    public void Enqueue(PhoneTurn turn) => _turns.Writer.TryWrite(turn);

    public ITimer CreateTimer(Action elapsed)
        => _options.Time.CreateTimer(_ => elapsed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>How long it takes from a push to the first call, this time.</summary>
    public TimeSpan Latency() => _options.ShortestLatency + ((_options.LongestLatency - _options.ShortestLatency) * Random.Shared.NextDouble());

    /// <summary>Doubles with each failure; half of it is left to chance, so that phones do not come back all at once.</summary>
    public TimeSpan Pause(int failures)
    {
        var whole = Math.Min(_options.LongestRetry.TotalSeconds, _options.FirstRetry.TotalSeconds * Math.Pow(2, failures));
        return TimeSpan.FromSeconds(whole * (0.5 + (0.5 * Random.Shared.NextDouble())));
    }

    public void Began()
    {
        lock (_gate) _busy++;
    }

    public void Ended()
    {
        lock (_gate)
        {
            if (--_busy > 0) return;
            _quiet?.TrySetResult();
            _quiet = null;
        }
    }

    public Task WhenQuietAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_busy == 0) return Task.CompletedTask;
            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _workers;
        _ending.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var turn in _turns.Reader.ReadAllAsync(_ending.Token)) await turn.RunAsync(_ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The fleet ends.
        }
    }
}
