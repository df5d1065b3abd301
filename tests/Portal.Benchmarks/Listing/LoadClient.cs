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
    private readonly IReadOnlyList<byte[]> _requests;
    private int _next;

    public LoadClient(Uri server, IReadOnlyList<byte[]> requests)
    {
        _requests = requests;
        _connections = [.. Enumerable.Range(0, Connections).Select(_ => new KeptConnection(server))];
        _connections[0].Send(NextRequest());
        Sample = _connections[0].Read();
    }

    /// <summary>The first answer. All others must be as long.</summary>
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
            connection.Send(NextRequest());
        while (Stopwatch.GetElapsedTime(started) < Duration)
        {
            foreach (var connection in _connections)
            {
                connection.Take(Sample.Length);
                connection.Send(NextRequest());
            }

            answered += _connections.Length;
        }

        foreach (var connection in _connections)
            connection.Take(Sample.Length);
        return new Sample(answered + _connections.Length, Stopwatch.GetElapsedTime(started));
    }

    private byte[] NextRequest() => _requests[_next++ % _requests.Count];
}
