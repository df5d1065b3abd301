using System.Net;

namespace Wallet.Simulator.Phones;

/// <summary>The answer to a request for a pass.</summary>
internal sealed record PassAnswer(HttpStatusCode Status, byte[] Package, string? MediaType, string? LastModified)
{
    public static async Task<PassAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) => new(
        response.StatusCode,
        response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync(cancellation) : [],
        response.Content.Headers.ContentType?.MediaType,
        response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.FirstOrDefault() : null);
}
