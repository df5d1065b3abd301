using System.Collections.Concurrent;

namespace Wallet.Simulator.Apns;

/// <summary>What came in and what was answered: counters for all of it, the whole push for the most recent.</summary>
public sealed class ApnsJournal
{
    private readonly Lock _gate = new();
    private readonly AnsweredPush?[] _recent;
    private readonly ConcurrentDictionary<(int Status, string? Reason), int> _answers = new();
    private long _written;
    private long _received;
    private long _accepted;
    private int _inFlight;
    private int _mostInFlight;
    private long _connections;
    private int _openConnections;
    private long _goAways;
    private long _refused;

    internal ApnsJournal(int capacity) => _recent = new AnsweredPush?[capacity];

    /// <summary>Called after a push was answered (or was left without an answer on purpose). It must be quick and must not throw.</summary>
    public Action<AnsweredPush>? Answered { get; set; }

    /// <summary>Requests that came in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Requests answered 200.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Requests that wait for their answer now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The most requests that ever waited at once.</summary>
    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    /// <summary>Connections that finished their handshake so far.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Connections that are open now.</summary>
    public int OpenConnections => Volatile.Read(ref _openConnections);

    /// <summary>GOAWAY frames sent.</summary>
    public long GoAways => Interlocked.Read(ref _goAways);

    /// <summary>Streams refused because the client had more open than it was allowed.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>How often each status and reason was answered.</summary>
    public IReadOnlyDictionary<(int Status, string? Reason), int> Answers => _answers;

    /// <summary>The most recent pushes, oldest first.</summary>
    public IReadOnlyList<AnsweredPush> Recent
    {
        get
        {
            lock (_gate)
            {
                var first = Math.Max(0, _written - _recent.Length);
                return [.. Enumerable.Range(0, (int)(_written - first)).Select(i => _recent[(first + i) % _recent.Length]).OfType<AnsweredPush>()];
            }
        }
    }

    internal void Begin()
    {
        Interlocked.Increment(ref _received);
        var now = Interlocked.Increment(ref _inFlight);
        var most = MostInFlight;
        while (now > most && Interlocked.CompareExchange(ref _mostInFlight, now, most) is var seen && seen != most) most = seen;
    }

    internal void End(AnsweredPush? answered)
    {
        Interlocked.Decrement(ref _inFlight);
        if (answered is null) return;
        if (answered.Answer.Ending == ApnsEnding.Response) Count(answered.Answer);
        lock (_gate) _recent[_written++ % _recent.Length] = answered;
        Answered?.Invoke(answered);
    }

    internal long Opened()
    {
        Interlocked.Increment(ref _openConnections);
        return Interlocked.Increment(ref _connections);
    }

    internal void Closed() => Interlocked.Decrement(ref _openConnections);

    internal void Refuse() => Interlocked.Increment(ref _refused);

    internal void SentGoAway() => Interlocked.Increment(ref _goAways);

    private void Count(ApnsAnswer answer)
    {
        if (answer.Status == 200) Interlocked.Increment(ref _accepted);
        _answers.AddOrUpdate((answer.Status, answer.Reason), 1, static (_, count) => count + 1);
    }
}
