using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Wallet.Simulator.Apns;

/// <summary>Reads a request into an <see cref="ApnsPush"/>, its body to the end.</summary>
/// <remarks>A server that answers without reading the body makes Kestrel end connections with ENHANCE_YOUR_CALM under load.</remarks>
internal sealed class PushReader(TimeProvider time)
{
    public const string PathPrefix = "/3/device/";

    public async ValueTask<(ApnsPush Push, long PayloadLength)> ReadAsync(HttpContext context, ApnsConnection connection)
    {
        var (payload, length) = await ReadPayloadAsync(context.Request.BodyReader, context.RequestAborted);
        var headers = context.Request.Headers;
        var path = context.Request.Path.Value ?? "";
        var push = new ApnsPush
        {
            Token = path.StartsWith(PathPrefix, StringComparison.Ordinal) ? path[PathPrefix.Length..] : "",
            Topic = headers["apns-topic"],
            ApnsId = headers["apns-id"] is [var id, ..] ? id ?? "" : NewId(),
            PushType = headers["apns-push-type"],
            Priority = headers["apns-priority"],
            Expiration = headers["apns-expiration"],
            Payload = payload,
            Connection = connection.Number,
            Stream = context.Features.GetRequiredFeature<IHttp2StreamIdFeature>().StreamId,
            At = time.GetUtcNow(),
        };
        return (push, length);
    }

    /// <summary>Apple gives ids in capitals.</summary>
    private static string NewId() => Guid.NewGuid().ToString("D").ToUpperInvariant();

    private static async ValueTask<(string Payload, long Length)> ReadPayloadAsync(PipeReader body, CancellationToken cancellation)
    {
        var length = 0L;
        StringBuilder? text = null;
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            if (read.IsCompleted && length == 0 && IsEmptyObject(read.Buffer))
            {
                body.AdvanceTo(read.Buffer.End);
                return ("{}", 2);
            }

            if (read.IsCompleted || read.Buffer.Length > PushRules.LargestPayload)
            {
                if (length < PushRules.LargestPayload) text = Append(text, read.Buffer, PushRules.LargestPayload - length);
                length += read.Buffer.Length;
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return (text?.ToString() ?? "", length);
            }
            else
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
    }

    private static bool IsEmptyObject(in ReadOnlySequence<byte> bytes)
        => bytes.Length == 2 && bytes.FirstSpan.SequenceEqual("{}"u8);

    private static StringBuilder Append(StringBuilder? text, in ReadOnlySequence<byte> bytes, long atMost)
        => (text ?? new StringBuilder()).Append(Encoding.UTF8.GetString(bytes.Slice(0, Math.Min(atMost, bytes.Length))));
}
