using System.Net;
using Portal.Testing.Protocol;
using Portal.Wallet.Requests;

namespace Portal.Tests.BadInputs;

/// <summary>What may stand in a field of a device's body, and the right answer to it.</summary>
/// <param name="Input">The row of the table of bad inputs.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">JSON; the field's name stands before it.</param>
/// <param name="Status">The answer.</param>
internal sealed record FieldRow(string Input, DeviceField Field, string Value, HttpStatusCode Status)
{
    private const string Token = "6a5b4c3d2e1f";

    // No text, and what no database can store.
    private static readonly string[] NoTexts = ["null", "123", "true", "{}", "[]", "\"\"", "\"a\\u0000\"", "\"\\ud800\""];

    /// <summary>All rows. A field that has none fails a test.</summary>
    public static IReadOnlyList<FieldRow> All { get; } =
    [
        .. NoTexts.Select(value => new FieldRow("B14", DeviceField.PushToken, value, HttpStatusCode.BadRequest)),
        .. ((string[])["a/b", "a?b", "..", "a b", "xyz"]).Select(text => new FieldRow("B15", DeviceField.PushToken, $"\"{text}\"", HttpStatusCode.BadRequest)),
        .. ((int[])[64, 200, 3_000, 7]).Select(length => new FieldRow("B16", DeviceField.PushToken, $"\"{new string('A', length)}\"", HttpStatusCode.Created)),
        .. NoTexts.Select(value => new FieldRow("B14", DeviceField.PushServiceUrl, value, HttpStatusCode.BadRequest)),
        new("B16", DeviceField.PushServiceUrl, "\"http://169.254.169.254/\"", HttpStatusCode.Created),
        .. ((string[])["null", "\"x\"", "{}", "1", "[1,{}]", "[null]", "[\"\\ud800\"]"]).Select(value => new FieldRow("B25", DeviceField.Logs, value, HttpStatusCode.BadRequest)),
        .. ((string[])["[]", "[\"\\u001b[31m\"]", "[\"a\\r\\nb\"]", "[\"<script>\"]", "[\"a\\u0000b\"]"]).Select(value => new FieldRow("B25", DeviceField.Logs, value, HttpStatusCode.OK)),
    ];

    /// <summary>The body under the field's name on a face, and whether it is sent to register.</summary>
    public (string Json, bool Registers) BodyOn(Face face)
    {
        var name = face == Face.Apple ? Field.Name : Field.OtherName;
        return Field == DeviceField.PushServiceUrl
            ? ($$"""{"{{face.PushToken}}":"{{Token}}","{{name}}":{{Value}}}""", true)
            : ($$"""{"{{name}}":{{Value}}}""", Field != DeviceField.Logs);
    }
}
