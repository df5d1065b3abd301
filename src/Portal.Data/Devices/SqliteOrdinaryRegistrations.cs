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
        using (await gate.EnterAsync(cancellationToken))
        {
            while (!call.Answer.Task.IsCompleted)
                Serve(TakeWaiting());
        }

        return await call.Answer.Task;
    }

    public void Dispose() => _session?.Dispose();

    private List<Call> TakeWaiting()
    {
        List<Call> calls = [];
        while (calls.Count < MostTogether && _waiting.TryDequeue(out var call))
            calls.Add(call);
        return calls;
    }

    private void Serve(List<Call> calls)
    {
        try
        {
            var outcomes = Run(session => session.TryRegister(calls.ConvertAll(call => (call.Request, call.Now))));
            for (var i = 0; i < calls.Count; i++)
                calls[i].Answer.SetResult(outcomes[i]);
        }
        catch (Exception) when (calls.Count > 1)
        {
            // Nobody is to suffer from another one's trouble.
            calls.ForEach(call => Serve([call]));
        }
        catch (Exception problem)
        {
            calls[0].Answer.SetException(problem);
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
