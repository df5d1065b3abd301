using System.Net;
using System.Text.Json;

namespace Wallet.Simulator.Phones;

/// <summary>The answer to 'which of my passes changed?'.</summary>
internal sealed record ListAnswer(HttpStatusCode Status, string? LastUpdated = null, IReadOnlyList<string>? SerialNumbers = null, string? Problem = null)
{
    /// <summary>Reads the body as strictly as Wallet does: a <c>lastUpdated</c> that is no string makes a phone fetch nothing.</summary>
    public static ListAnswer Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Broken("it is no JSON object");
            if (!root.TryGetProperty("lastUpdated", out var tag) || tag.ValueKind != JsonValueKind.String) return Broken("lastUpdated is no string");
            if (!root.TryGetProperty("serialNumbers", out var serials) || serials.ValueKind != JsonValueKind.Array) return Broken("serialNumbers is no array");
            if (serials.EnumerateArray().Any(serial => serial.ValueKind != JsonValueKind.String)) return Broken("a serial number is no string");
            return new ListAnswer(HttpStatusCode.OK, tag.GetString(), [.. serials.EnumerateArray().Select(serial => serial.GetString() ?? "")]);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return Broken("it is no valid JSON");
        }
    }

    private static ListAnswer Broken(string why) => new(HttpStatusCode.OK, Problem: why);
}
