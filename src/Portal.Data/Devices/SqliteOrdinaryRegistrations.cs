using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>
/// On SQLite statements that are prepared on a connection kept for them, in their turn at the <see cref="WriteGate"/>. What
/// waits there together is committed together: waiting for the disk is most of what a registration costs.
/// </summary>
public sealed class SqliteOrdinaryRegistrations(string connectionString, WriteGate gate) : OrdinaryRegistrations, IDisposable
{
    // So few that the gate is held for milliseconds.
    private const int MostTogether = 50;

    private readonly string _connectionString = new SqliteConnectionStringBuilder(SqliteConnectionText.Complete(connectionString)) { Pooling = false }.ToString();
    private readonly ConcurrentQueue<Call> _waiting = new();
    private SqliteRegistrationSession? _session;

    /// <inheritdoc/>
    public override async ValueTask<RegistrationOutcome?> TryAsync(RegistrationRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = new Call(request, UtcMicroseconds.From(now));
        _waiting.Enqueue(call);
        try
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            ServeUntilAnswered(call, turn);
        }
        catch (Exception problem)
        {
            // Those whose turn comes leave it out now, unless one of them has answered it already.
            call.Answer.TrySetException(problem);
        }

        return await call.Answer.Task;
    }

    public void Dispose() => _session?.Dispose();

    private void ServeUntilAnswered(Call call, WriteGate.Turn turn)
    {
        // It went together with others: this turn can tell nothing of the database.
        if (call.Answer.Task.IsCompleted)
            return;
        while (!call.Answer.Task.IsCompleted)
            Serve(TakeWaiting());
        if (call.Answer.Task.Exception?.InnerException is { } problem)
            turn.Failed(problem);
        else
            turn.Written();
    }

    private List<Call> TakeWaiting()
    {
        List<Call> calls = [];
        while (calls.Count < MostTogether && _waiting.TryDequeue(out var call))
        {
            if (!call.Answer.Task.IsCompleted)
                calls.Add(call);
        }

        return calls;
    }

    private void Serve(List<Call> calls)
    {
        var problem = Attempt(calls);
        if (problem is null)
            return;
        foreach (var call in calls)
        {
            // Nobody is to suffer from another one's trouble. What everybody meets is not met once more for each, with the gate held.
            if (calls.Count > 1 && !SqliteTrouble.MeetsEverybody(problem))
                problem = Attempt([call]);
            if (problem is not null)
                call.Answer.TrySetException(problem);
        }
    }

    /// <summary>Answers all of them, or none and says why.</summary>
    private Exception? Attempt(List<Call> calls)
    {
        try
        {
            var outcomes = Run(session => session.TryRegister(calls.ConvertAll(call => (call.Request, call.Now))));
            for (var i = 0; i < calls.Count; i++)
                calls[i].Answer.TrySetResult(outcomes[i]);
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    private T Run<T>(Func<SqliteRegistrationSession, T> work)
    {
        // One that failed is not used again.
        var session = Interlocked.Exchange(ref _session, null) ?? new SqliteRegistrationSession(_connectionString);
        try
        {
            var result = work(session);
            _session = session;
            return result;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private sealed record Call(RegistrationRequest Request, long Now)
    {
        public TaskCompletionSource<RegistrationOutcome?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
