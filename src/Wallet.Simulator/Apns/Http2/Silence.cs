namespace Wallet.Simulator.Apns.Http2;

/// <summary>A connection that stays open while nothing is said or heard on it any more, as when the other machine lost its power.</summary>
internal sealed class Silence
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOn;

    /// <param name="closed">Fires when the connection ends: then whoever waits goes on.</param>
    public Silence(CancellationToken closed) => closed.UnsafeRegister(static over => ((TaskCompletionSource?)over)?.TrySetResult(), _over);

    public bool IsOn => _isOn;

    /// <summary>Ends with the connection.</summary>
    public Task Over => _over.Task;

    public void Fall() => _isOn = true;
}
