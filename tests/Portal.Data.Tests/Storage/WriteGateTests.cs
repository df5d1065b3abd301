using Microsoft.Data.Sqlite;
using Portal.Data.Storage;

namespace Portal.Data.Tests.Storage;

public sealed class WriteGateTests : IDisposable
{
    private const int Full = 13;
    private const int Busy = 5;

    private static readonly SqliteException Locked = new("database is locked", Busy);

    private readonly StorageWatch _storage = new(TimeProvider.System);
    private readonly WriteGate _gate;

    public WriteGateTests() => _gate = new(DatabaseProvider.Sqlite, _storage) { Longest = TimeSpan.FromMilliseconds(50) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_does_not_end_keeps_nobody_waiting_for_ever()
    {
        using (await _gate.EnterAsync(Cancelled))
        {
            var refused = await Assert.ThrowsAsync<SqliteException>(async () => await _gate.EnterAsync(Cancelled));
            Assert.Equal(Busy, refused.SqliteErrorCode);
        }

        using var next = await _gate.EnterAsync(Cancelled);
    }

    [Fact]
    public async Task Those_who_waited_long_enough_do_not_try_again_what_found_the_database_locked()
    {
        using var gate = new WriteGate(DatabaseProvider.Sqlite, _storage) { LongEnough = TimeSpan.Zero };
        var turn = await gate.EnterAsync(Cancelled);
        var waiting = Enumerable.Range(0, 20).Select(_ => gate.EnterAsync(Cancelled).AsTask()).ToList();
        turn.Failed(Locked);
        turn.Dispose();

        foreach (var refused in waiting)
            Assert.Equal(Busy, (await Assert.ThrowsAsync<SqliteException>(() => refused)).SqliteErrorCode);
    }

    [Fact]
    public async Task Those_who_came_later_try_for_themselves_and_a_commit_says_that_the_lock_is_gone()
    {
        using var gate = new WriteGate(DatabaseProvider.Sqlite, _storage);
        using (var turn = await gate.EnterAsync(Cancelled))
            turn.Failed(Locked);
        using (var turn = await gate.EnterAsync(Cancelled))
            turn.Written();
        using var next = await gate.EnterAsync(Cancelled);
    }

    [Fact]
    public async Task What_a_turn_met_on_the_disk_is_told_to_the_watch()
    {
        using (var turn = await _gate.EnterAsync(Cancelled))
            turn.Failed(new InvalidOperationException("Not saved.", new SqliteException("database or disk is full", Full)));

        Assert.Equal("The disk of the database is full.", _storage.Trouble);
    }

    public void Dispose() => _gate.Dispose();
}
