using System.Text;
using System.Text.Json;

namespace Passbook.Generator.Tests.Model;

/// <summary>What was read and not changed is written again as it was, and its spelling does not count when passes are compared.</summary>
public sealed class AsReadTests
{
    private const string Qr = """{"format":"PKBarcodeFormatQR","message":"m","messageEncoding":"utf-8"}""";
    private const string Aztec = """{"format":"PKBarcodeFormatAztec","message":"m","messageEncoding":"utf-8"}""";
    private const string Code128 = """{"format":"PKBarcodeFormatCode128","message":"m","messageEncoding":"utf-8"}""";

    [Theory]
    [InlineData("\"labelColor\":\"#fff\"")]
    [InlineData("\"labelColor\":\"#FFFFFF\"")]
    [InlineData("\"labelColor\":\"rgb(1,2,3)\"")]
    [InlineData("\"relevantDate\":\"2027-02-03T04:05Z\"")]
    [InlineData("\"relevantDate\":\"2027-02-03T04:05:00.250+05:30\"")]
    [InlineData("\"expirationDate\":\"2027-02-03\"")]
    [InlineData("\"relevantDates\":[{\"date\":\"2027-02-03T04:05:00Z\"}]")]
    [InlineData("\"relevantDates\":[{\"relevantDate\":\"2027-02-03T04:05:00Z\"}]")]
    [InlineData("\"relevantDates\":[{\"date\":\"2027-02-03T04:05:00Z\",\"relevantDate\":\"2027-02-03T04:05:00+00:00\"}]")]
    [InlineData("\"relevantDates\":[{\"startDate\":\"2027-02-03T04:05Z\",\"endDate\":\"2027-02-03T05:05Z\"}]")]
    [InlineData("\"beacons\":[{\"proximityUUID\":\"E2C56DB5-dffb-48d2-b060-d0f5a71096e0\"}]")]
    [InlineData($"\"barcode\":{Qr}")]
    [InlineData($"\"barcode\":{Code128}")]
    [InlineData($"\"barcodes\":[{Qr}]")]
    [InlineData($"\"barcodes\":[{Qr}],\"barcode\":{Qr}")]
    [InlineData($"\"barcodes\":[{Qr}],\"barcode\":{Aztec}")]
    [InlineData("\"barcodes\":[],\"locations\":[]")]
    [InlineData("\"semantics\":{\"playlistIDs\":[],\"eventType\":\"PKEventTypePicnic\"}")]
    [InlineData("\"generic\":{\"primaryFields\":[{\"key\":\"k\",\"value\":12.50,\"textAlignment\":\"PKTextAlignmentAbove\"}]}")]
    public void What_was_read_is_written_alike(string member)
    {
        var json = $$"""{"formatVersion":1,"passTypeIdentifier":"p","serialNumber":"s","teamIdentifier":"t","organizationName":"o","description":"d",{{member}}}""";

        var pass = PassJson.Deserialize(Encoding.UTF8.GetBytes(json));

        AssertSameTree(json, pass);
        AssertSameTree(json, pass with { LogoText = null });
    }

    private static void AssertSameTree(string json, Pass pass)
    {
        var written = PassJson.Serialize(pass);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)), Encoding.UTF8.GetString(written));
    }
}
