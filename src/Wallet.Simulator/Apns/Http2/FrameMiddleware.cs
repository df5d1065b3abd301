using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>Puts a <see cref="FramePump"/> into a connection, after TLS and before HTTP/2, and lets it fall silent.</summary>
internal static class FrameMiddleware
{
    public static async Task RunAsync(ConnectionContext connection, StreamSettings settings, Func<FramePump, Task> next)
    {
        var transport = connection.Transport;
        var silence = new Silence(connection.ConnectionClosed);
        var pump = new FramePump(transport.Output, settings, silence);
        connection.Transport = new Duplex(new SilencedReader(transport.Input, silence), pump.Output);
        var pumping = pump.RunAsync();
        try
        {
            await next(pump);
        }
        finally
        {
            await pump.Output.CompleteAsync();
            await pumping;
            connection.Transport = transport;
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
