using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>
/// Lets one write transaction at a time through on SQLite, in the order of asking. Without it the writers meet in the
/// database, where waiting is unfair, blocks a thread and sleeps in steps of 150 ms. On PostgreSQL it is always open.
/// </summary>
/// <remarks>
/// While another program holds the write lock, each turn lasts as long as SQLite's own time-out and is refused then. Whoever has
/// waited here as long is refused with it: to try once more, one after the other, would keep the last one waiting for minutes.
/// So everybody is answered after two such time-outs at the latest.
/// </remarks>
public sealed class WriteGate(DatabaseProvider provider, StorageWatch storage) : IDisposable
{
    private readonly SemaphoreSlim? _gate = provider is DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    // Read and written by whoever has the turn.
    private bool _locked;

    /// <summary>
    /// The longest anybody waits, whatever the turns before are about. Those of a busy portal take milliseconds, so hundreds in a
    /// row on a slow disk stay below; and it is half of what nginx gives a request, so that a phone is told to come back.
    /// </summary>
    internal TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a wait the database is not asked again that was locked in the turn before.</summary>
    internal TimeSpan LongEnough { get; init; } = SqliteConnectionText.BusyTimeout;

    /// <summary>Waits for the turn; disposing the result passes it on.</summary>
    /// <exception cref="SqliteException">It is not worth waiting any longer: the database is locked, or a turn does not end.</exception>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null)
            return new Turn(this);
        var came = Stopwatch.GetTimestamp();
        if (!await _gate.WaitAsync(Longest, cancellationToken))
            throw new SqliteException($"Another write did not end for {Longest.TotalSeconds:0} seconds.", SqliteTrouble.Busy);
        if (!_locked || Stopwatch.GetElapsedTime(came) < LongEnough)
            return new Turn(this);
        _gate.Release();
        throw new SqliteException("Another program holds the lock of the database.", SqliteTrouble.Busy);
    }

    public void Dispose() => _gate?.Dispose();

    private void Note(Exception? problem)
    {
        _locked = SqliteTrouble.IsLock(problem);
        if (problem is not null)
            storage.Failed(problem);
    }

    /// <summary>The right to write, until it is disposed.</summary>
    public sealed class Turn : IDisposable
    {
        private WriteGate? _gate;

        internal Turn(WriteGate gate) => _gate = gate;

        /// <summary>The transaction of this turn was committed.</summary>
        public void Written() => _gate?.Note(null);

        /// <summary>The transaction of this turn failed, for whatever reason.</summary>
        public void Failed(Exception error) => _gate?.Note(error);

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?._gate?.Release();
    }
}
