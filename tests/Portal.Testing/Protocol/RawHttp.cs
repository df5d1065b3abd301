using System.Net.Sockets;
using System.Text;

namespace Portal.Testing.Protocol;

/// <summary>Sends bytes that no HTTP client would send, and reads what comes back until the server closes.</summary>
public static class RawHttp
{
    /// <summary>One request line and headers of Latin-1 text; Host and Connection are added unless they are there.</summary>
    public static Task<RawAnswer> SendAsync(Uri server, string request, CancellationToken cancellationToken) =>
        SendAsync(server, request, ReadOnlyMemory<byte>.Empty, cancellationToken);

    public static async Task<RawAnswer> SendAsync(Uri server, string request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var head = request.ReplaceLineEndings("\r\n").TrimEnd('\r', '\n') + "\r\n";
        if (!head.Contains("\r\nHost:", StringComparison.OrdinalIgnoreCase))
            head += $"Host: {server.Authority}\r\n";
        if (!head.Contains("\r\nConnection:", StringComparison.OrdinalIgnoreCase))
            head += "Connection: close\r\n";

        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellationToken);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head + "\r\n"), cancellationToken);
            await stream.WriteAsync(body, cancellationToken);
        }
        catch (IOException)
        {
            // Refused before all of it was sent: the answer is on its way.
        }

        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException) when (received.Length > 0)
        {
            // A reset after the answer: the server did not read the rest of the body.
        }
        return RawAnswer.Parse(Encoding.Latin1.GetString(received.ToArray()));
    }
}
