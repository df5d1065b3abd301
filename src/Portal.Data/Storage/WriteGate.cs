namespace Portal.Data.Storage;

/// <summary>
/// Lets one write transaction at a time through on SQLite, in the order of asking. Without it the writers meet in the
/// database, where waiting is unfair, blocks a thread and sleeps in steps of 150 ms. On PostgreSQL it is always open.
/// </summary>
public sealed class WriteGate(DatabaseProvider provider) : IDisposable
{
    private readonly SemaphoreSlim? _gate = provider is DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; disposing the result passes it on.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is not null)
            await _gate.WaitAsync(cancellationToken);
        return new Turn(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    /// <summary>The right to write, until it is disposed.</summary>
    public sealed class Turn : IDisposable
    {
        private SemaphoreSlim? _gate;

        internal Turn(SemaphoreSlim? gate) => _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
