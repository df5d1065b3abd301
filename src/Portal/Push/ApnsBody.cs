namespace Portal.Push;

/// <summary>Reads what stands in an error answer, and no more than an error of APNs can be long.</summary>
internal static class ApnsBody
{
    private const int Longest = 4096;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Longest];
        var length = await stream.ReadAtLeastAsync(buffer, Longest, throwOnEndOfStream: false, cancellationToken);
        return buffer.AsMemory(0, length);
    }

    /// <summary>The id APNs gives back, when it is one; else the id we gave.</summary>
    public static string Id(IEnumerable<string> answered, string sent) =>
        Guid.TryParse(answered.FirstOrDefault(), out var id) ? id.ToString() : sent;
}
