using System.Diagnostics;

namespace Portal.Benchmarks.Listing;

/// <summary>
/// Asks a server as fast as it answers, over connections that stay open, never two requests on one before the first is
/// answered. It is one thread in two system calls a request, so that it is the server that is measured.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private const int Connections = 64;
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(500);

    private readonly KeptConnection[] _connections;
    private readonly Func<byte[]> _nextRequest;

    /// <param name="server">Whom to ask.</param>
    /// <param name="requests">What to ask, in turn.</param>
    public LoadClient(Uri server, IReadOnlyList<byte[]> requests)
        : this(server, InTurn(requests))
    {
    }

    /// <param name="server">Whom to ask.</param>
    /// <param name="nextRequest">The next thing to ask.</param>
    public LoadClient(Uri server, Func<byte[]> nextRequest)
    {
        _nextRequest = nextRequest;
        _connections = [.. Enumerable.Range(0, Connections).Select(_ => new KeptConnection(server))];
        _connections[0].Send(_nextRequest());
        Sample = _connections[0].Read();
    }

    /// <summary>The first answer. All others must be as long, with the same status.</summary>
    public string Sample { get; }

    /// <summary>Asks for half a second.</summary>
    public Task<Sample> RunAsync() => Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private Sample Run()
    {
        var started = Stopwatch.GetTimestamp();
        var answered = 0;
        foreach (var connection in _connections)
            connection.Send(_nextRequest());
        while (Stopwatch.GetElapsedTime(started) < Duration)
        {
            foreach (var connection in _connections)
            {
                connection.Take(Sample);
                connection.Send(_nextRequest());
            }

            answered += _connections.Length;
        }

        foreach (var connection in _connections)
            connection.Take(Sample);
        return new Sample(answered + _connections.Length, Stopwatch.GetElapsedTime(started));
    }

    private static Func<byte[]> InTurn(IReadOnlyList<byte[]> requests)
    {
        var next = 0;
        return () => requests[next++ % requests.Count];
    }
}
