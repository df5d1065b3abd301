using System.Net;
using System.Text.Json;
using Xunit;

namespace Portal.Testing.Protocol;

/// <summary>The answer to a list call: the tag to come back with and the passes to fetch.</summary>
public sealed record UpdateList(string Tag, IReadOnlyList<string> SerialNumbers)
{
    /// <summary>Reads an answer under the names of its face, and nothing but those; null for 204.</summary>
    public static async Task<UpdateList?> ReadAsync(HttpResponseMessage answer, Face face)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (answer.StatusCode is HttpStatusCode.NoContent)
        {
            Assert.Empty(body);
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(body);
        Assert.Equal([face.LastUpdated, face.SerialNumbers], json.RootElement.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal);
        Assert.Equal(JsonValueKind.String, json.RootElement.GetProperty(face.LastUpdated).ValueKind);
        return new UpdateList(
            json.RootElement.GetProperty(face.LastUpdated).GetString() ?? "",
            [.. json.RootElement.GetProperty(face.SerialNumbers).EnumerateArray().Select(serial => serial.GetString() ?? "")]);
    }
}
