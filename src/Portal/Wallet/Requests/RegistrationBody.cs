using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Data.Devices;

namespace Portal.Wallet.Requests;

/// <summary>What a device registers with.</summary>
/// <param name="PushToken">Where it is pushed, as it sent it.</param>
/// <param name="PushServiceUrl">By whom, where the wallet names a service of its own.</param>
public readonly record struct RegistrationBody(string PushToken, string? PushServiceUrl)
{
    /// <summary>Reads JSON with the names of either face.</summary>
    /// <returns>Null when it is no object, or has no usable push token, or two different ones.</returns>
    public static RegistrationBody? ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, DeviceJson.Strict);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
                return null;
            return Of(DeviceJson.Text(root, DeviceField.PushToken), DeviceJson.Text(root, DeviceField.PushServiceUrl));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text holds half a surrogate pair.
            return null;
        }
    }

    /// <summary>Reads a form.</summary>
    public static RegistrationBody? ReadForm(ReadOnlyMemory<byte> body)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        return form.All(field => field.Value.Count == 1) ? Of(One(DeviceField.PushToken), One(DeviceField.PushServiceUrl)) : null;

        string? One(DeviceField field) => (form.TryGetValue(field.Name, out var value), form.TryGetValue(field.OtherName, out var otherValue)) switch
        {
            (true, true) => string.Equals(value, otherValue, StringComparison.Ordinal) ? value.ToString() : "",
            (true, false) => value.ToString(),
            (false, true) => otherValue.ToString(),
            _ => null,
        };
    }

    /// <summary>Whether pushes of this kind can take the token. Apple's becomes part of a URL.</summary>
    public bool Suits(PushKind kind) => kind is not PushKind.Apple || PushToken.All(char.IsAsciiHexDigit);

    private static RegistrationBody? Of(string? pushToken, string? pushServiceUrl) =>
        IsUsable(pushToken) && (pushServiceUrl is null || IsUsable(pushServiceUrl)) ? new RegistrationBody(pushToken, pushServiceUrl) : null;

    // PostgreSQL cannot store U+0000.
    private static bool IsUsable([NotNullWhen(true)] string? text) => !string.IsNullOrEmpty(text) && !text.Contains('\0', StringComparison.Ordinal);
}
