using System.Buffers;
using System.Text.Json;
using Portal.Data;

namespace Portal.Wallet.Answers;

/// <summary>The answer to a list call: the serial numbers to fetch and the tag to come back with, as a string.</summary>
public sealed class UpdatedPasses(WalletFace face, UpdateTag tag, IReadOnlyList<string> serialNumbers) : IResult
{
    [ThreadStatic]
    private static Scratch? _scratch;

    /// <summary>The tag to come back with.</summary>
    public UpdateTag Tag { get; } = tag;

    /// <summary>The serial numbers of the passes to fetch.</summary>
    public IReadOnlyList<string> SerialNumbers { get; } = serialNumbers;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Write(_scratch ??= new Scratch());
        var response = httpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        // The writer has copied the bytes when it returns, so the scratch buffer is free again.
        var written = response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    private ReadOnlyMemory<byte> Write(Scratch scratch)
    {
        scratch.Bytes.ResetWrittenCount();
        scratch.Json.Reset();
        scratch.Json.WriteStartObject();
        scratch.Json.WriteString(face.LastUpdated, Tag.ToString());
        scratch.Json.WriteStartArray(face.SerialNumbers);
        foreach (var serialNumber in SerialNumbers)
            scratch.Json.WriteStringValue(serialNumber);
        scratch.Json.WriteEndArray();
        scratch.Json.WriteEndObject();
        scratch.Json.Flush();
        return scratch.Bytes.WrittenMemory;
    }

    private sealed class Scratch
    {
        public Scratch() => Json = new Utf8JsonWriter(Bytes);

        public ArrayBufferWriter<byte> Bytes { get; } = new(512);

        public Utf8JsonWriter Json { get; }
    }
}
