using Microsoft.AspNetCore.Connections;
using Wallet.Simulator.Apns.Http2;

namespace Wallet.Simulator.Apns;

/// <summary>One connection of a provider: who it is and how it is ended.</summary>
internal sealed class ApnsConnection(long number, ClientIdentity client, FramePump pump, ConnectionContext connection)
{
    private int _highestStream;

    public long Number => number;

    public ClientIdentity Client => client;

    /// <summary>A GOAWAY has told the client that this stream was not processed.</summary>
    public bool LeftBehind(int stream) => stream > pump.LastStream;

    public void Saw(int stream)
    {
        var highest = Volatile.Read(ref _highestStream);
        while (stream > highest)
        {
            var before = Interlocked.CompareExchange(ref _highestStream, stream, highest);
            if (before == highest) return;
            highest = before;
        }
    }

    /// <summary>Sends a GOAWAY caused by <paramref name="stream"/>, or by nobody: then all streams seen so far are still processed.</summary>
    public void GoAway(GoAway frame, int? stream = null)
        => pump.GoAway(frame.LastStream ?? Math.Max(0, stream - 2 ?? Volatile.Read(ref _highestStream)), frame.ErrorCode, frame.Reason);

    public void Cut() => connection.Abort(new ConnectionAbortedException("The script cuts this connection."));
}
