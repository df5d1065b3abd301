using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Wallet.Simulator.Apns.Http2;

/// <summary>Puts a <see cref="FramePump"/> into a connection, after TLS and before HTTP/2.</summary>
internal static class FrameMiddleware
{
    public static async Task RunAsync(ConnectionContext connection, Func<FramePump, Task> next)
    {
        var transport = connection.Transport;
        var pump = new FramePump(transport.Output);
        connection.Transport = new Duplex(transport.Input, pump.Output);
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
