namespace Portal.Hosting;

/// <summary>Waiting for the portal to listen.</summary>
public static class HostStart
{
    /// <summary>Ends when the host has started.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop before.</exception>
    public static async Task WhenStartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
