using Microsoft.AspNetCore.Connections;
using Wallet.Simulator.Apns.Http2;

namespace Wallet.Simulator.Apns;

/// <summary>One connection of a provider: who it is and how it is ended.</summary>
internal sealed class ApnsConnection(long number, ClientIdentity client, FramePump pump, ConnectionContext connection)
{
    private readonly Lock _lock = new();
    private int _highestStream;
    private int _highestAnswered;
    private int _open;

    public long Number => number;

    public ClientIdentity Client => client;

    /// <summary>A GOAWAY has told the client that this stream was not processed.</summary>
    public bool LeftBehind(int stream) => stream > pump.LastStream;

    public void Saw(int stream)
    {
        lock (_lock) _highestStream = Math.Max(_highestStream, stream);
    }

    /// <summary>Counts a stream as processed; false when a GOAWAY has told the client that it was not.</summary>
    public bool TryAnswer(int stream)
    {
        lock (_lock)
        {
            if (LeftBehind(stream)) return false;
            _highestAnswered = Math.Max(_highestAnswered, stream);
            return true;
        }
    }

    /// <summary>
    /// Sends a GOAWAY caused by <paramref name="stream"/>, or by nobody: then all streams seen so far are still processed.
    /// What was answered already is never called unprocessed, for the client would send it again.
    /// </summary>
    public void GoAway(GoAway frame, int? stream = null)
    {
        lock (_lock) pump.GoAway(frame.LastStream ?? Math.Max(_highestAnswered, stream - 2 ?? _highestStream), frame);
    }

    /// <summary>Neither answers nor reads any more.</summary>
    public void FallSilent() => pump.FallSilent();

    public void TellLimit() => pump.TellLimit();

    /// <summary>A stream begins; false when the client has been allowed fewer.</summary>
    public bool TryBegin(int limit) => Interlocked.Increment(ref _open) <= limit;

    public void End() => Interlocked.Decrement(ref _open);

    public void Cut() => connection.Abort(new ConnectionAbortedException("The script cuts this connection."));
}
