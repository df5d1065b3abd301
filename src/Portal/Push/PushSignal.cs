namespace Portal.Push;

/// <summary>Wakes the worker after a commit that queued pushes. Calling it too often costs nothing, forgetting it costs 5 seconds.</summary>
public sealed class PushSignal
{
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes the worker, or keeps it from falling asleep once.</summary>
    public void Wake() => Volatile.Read(ref _rung).TrySetResult();

    /// <summary>Waits for a wake-up that is not older than the last wait, at most for <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (atMost > TimeSpan.Zero)
            await Task.WhenAny(Volatile.Read(ref _rung).Task, Task.Delay(atMost, time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _rung).Task.IsCompleted)
            Volatile.Write(ref _rung, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
