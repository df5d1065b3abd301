namespace Wallet.Simulator.Phones;

/// <summary>When one phone of a fleet does its work: at once, after its latency, or after a pause because the portal did not answer.</summary>
internal sealed class PhoneTurn(SimulatedPhone phone, PhoneQueue queue) : IDisposable
{
    private static readonly TimeSpan OneMillisecond = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private Stage _stage;
    private DateTimeOffset _due;
    private int _failures;

    private enum Stage
    {
        Idle,
        Waiting,
        Queued,
        Running,
    }

    public SimulatedPhone Phone => phone;

    public void WakeIfNeeded()
    {
        if (phone.HasWork) Wake();
    }

    /// <summary>There is work. While the phone is at work this changes nothing: it looks again before it ends.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (_stage is Stage.Queued or Stage.Running) return;
            var latency = queue.Latency();
            if (_stage == Stage.Waiting && queue.Now + latency >= _due) return;
            if (_stage == Stage.Idle) queue.Began();
            WaitFor(latency);
        }
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        lock (_gate) _stage = Stage.Running;
        TimeSpan? pause = null;
        try
        {
            await phone.WorkAsync(cancellation);
            _failures = 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One phone that stumbles, over whatever, must not take a worker of the others with it.
            pause = (failure as RetryLaterException)?.After ?? queue.Pause(_failures++);
            phone.Tell(PhoneEventKind.Delayed, "", text: failure.Message);
        }

        lock (_gate)
        {
            if (pause is null && phone.HasWork) pause = queue.Latency();
            if (pause is { } wait) WaitFor(wait);
            else Rest();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        phone.Dispose();
    }

    private void Rest()
    {
        _stage = Stage.Idle;
        queue.Ended();
    }

    private void WaitFor(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            _stage = Stage.Queued;
            queue.Enqueue(this);
            return;
        }

        _stage = Stage.Waiting;
        _due = queue.Now + time;
        _timer ??= queue.CreateTimer(TimeIsUp);
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void TimeIsUp()
    {
        lock (_gate)
        {
            if (_stage != Stage.Waiting) return;
            if (_due - queue.Now is { Ticks: > 0 } left)
            {
                // Timers count whole milliseconds and fire up to one early; one that was set anew may fire once for its old time.
                _timer?.Change(left + OneMillisecond, Timeout.InfiniteTimeSpan);
                return;
            }

            _stage = Stage.Queued;
            queue.Enqueue(this);
        }
    }
}
