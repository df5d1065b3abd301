using System.Text;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Sentences that say to somebody who has never seen JSON what to do.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("\"barcodes\":[{\"format\":\"QR\",\"message\":\"m\"}]", "does not know 'QR': choose one of PKBarcodeFormatQR, ")]
    [InlineData("\"barcodes\":[{\"format\":\"QR\",\"message\":\"m\"}]", " and PKBarcodeFormatI2of5.")]
    [InlineData("\"upcomingPassInformation\":[{\"identifier\":\"1\",\"name\":\"n\",\"type\":\"show\"}]", "does not know 'show': write event.")]
    [InlineData("\"semantics\":{\"flightNumber\":911.0}", "Only a whole number belongs here: write 911.0 in figures only, without a decimal point.")]
    [InlineData("\"semantics\":{\"flightNumber\":1e2}", "write 1e2 in figures only")]
    [InlineData("\"semantics\":{\"flightNumber\":99999999999}", "too small or too large: write a whole number without quotation marks, up to 2147483647.")]
    [InlineData("\"beacons\":[{\"proximityUUID\":\"5a4bcfce-174e-4bac-a814-092e77f6b7e5\",\"major\":-1}]", "write a whole number from 0 to 65535.")]
    [InlineData("\"generic\":{\"backFields\":[{\"key\":\"k\",\"value\":1e300}]}", "The number is too large for a field: write it as a text, in quotation marks.")]
    [InlineData("\"locations\":[5]", "several values with their names, between curly brackets, such as { \"latitude\": ..., \"longitude\": ... }.")]
    [InlineData("\"nfc\":\"yes\"", "between curly brackets, such as { ")]
    [InlineData("\"coupon\":[]", "between curly brackets, such as { \"headerFields\": ... }.")]
    public void A_value_that_does_not_belong(string member, string sentence) => Told(sentence, Text(member));

    [Theory]
    [InlineData("{\n  // ours\n  \"formatVersion\": 1 }", "cannot be read: Line 2 has a comment, which JSON does not know: remove it.")]
    [InlineData("{ \"formatVersion\": /* one */ 1 }", "Line 1 has a comment")]
    [InlineData("{ \"formatVersion\": 1,\n}", "Before line 2 closes its bracket with '}', a comma stands after the last item: remove that comma.")]
    [InlineData("{ \"barcodes\": [1, ] }", "with ']', a comma stands after the last item")]
    [InlineData("\uFEFF{}", "begins with a byte order mark, an invisible sign that some editors add: save it as UTF-8 without one.")]
    [InlineData("{ \"formatVersion\": 1,, }", "is no JSON from line 1 on")]
    [InlineData("{ \"formatVersion\": 1", "is no JSON from line 1 on")]
    public void A_text_that_is_nearly_JSON(string json, string sentence) => Told(sentence, json);

    [Theory]
    [InlineData("{ \"formatVersion\": 1, }", "Before line 1 closes")]
    [InlineData("{ /* one */ }", "Line 1 has a comment")]
    [InlineData("\uFEFF{}", "byte order mark")]
    public void The_reader_says_the_same(string json, string sentence) => Assert.Contains(
        sentence, Assert.Throws<System.Text.Json.JsonException>(() => PassJson.Deserialize(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_in_UTF_16()
    {
        byte[] text = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")];

        Assert.Contains("is saved as UTF-16: save it as UTF-8.", Assert.Single(PassValidator.ValidateJson(text)).Message, StringComparison.Ordinal);
    }

    private static void Told(string sentence, string json) => Assert.Contains(
        PassValidator.ValidateJson(Encoding.UTF8.GetBytes(json)), problem => problem.Message.Contains(sentence, StringComparison.Ordinal));

    private static string Text(string member) =>
        $$"""{ "formatVersion":1, "serialNumber":"s", "passTypeIdentifier":"p", "teamIdentifier":"t", "organizationName":"o", "description":"d", {{member}} }""";
}
