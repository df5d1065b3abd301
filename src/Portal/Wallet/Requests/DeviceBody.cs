using System.Text.Unicode;
using Portal.Wallet.Answers;

namespace Portal.Wallet.Requests;

/// <summary>Reads the body of a device's request by rules of our own; model binding lets too much through.</summary>
public static class DeviceBody
{
    /// <summary>The most a registration may send.</summary>
    public const int RegistrationLimit = 4 * 1024;

    /// <summary>The most a log may send.</summary>
    public const int LogLimit = 128 * 1024;

    private const int FirstBuffer = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The body, valid UTF-8 without a byte order mark; or what is wrong with it.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Body, WalletProblem? Problem)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (!request.Headers.ContentEncoding.All(encoding => string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
            return (default, WalletProblem.CompressedBody);
        if (request.ContentLength > limit)
            return (default, WalletProblem.BodyTooLarge);
        if (IsWide(request.ContentType))
            return (default, WalletProblem.BodyNotUtf8);

        try
        {
            var body = await ReadUpToAsync(request, limit, cancellationToken);
            if (body.Length > limit)
                return (default, WalletProblem.BodyTooLarge);
            if (body.Span.StartsWith(ByteOrderMark))
                body = body[ByteOrderMark.Length..];
            return Utf8.IsValid(body.Span) ? (body, null) : (default, WalletProblem.BodyNotUtf8);
        }
        catch (BadHttpRequestException refused)
        {
            // A body that comes too slowly, or chunks that are none.
            return (default, WalletProblem.Refused(refused.StatusCode));
        }
    }

    // The charsets in which ASCII is not ASCII; everything else is read as UTF-8, whatever it calls itself.
    private static bool IsWide(string? contentType) =>
        contentType is not null
        && (contentType.Contains("utf-16", StringComparison.OrdinalIgnoreCase) || contentType.Contains("utf-32", StringComparison.OrdinalIgnoreCase));

    private static async ValueTask<ReadOnlyMemory<byte>> ReadUpToAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int?)request.ContentLength + 1 ?? FirstBuffer];
        var length = 0;
        while (length <= limit)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                break;
            length += read;
        }

        return buffer.AsMemory(0, length);
    }
}
