using System.Text;
using System.Text.Json;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

public sealed class PassJsonTests
{
    private const string BoardingPass =
        """{"formatVersion":1,"passTypeIdentifier":"pass.example.coffee","serialNumber":"0042","teamIdentifier":"TEAM123456","organizationName":"Kahvila Käpy","description":"Boarding pass","boardingPass":{"transitType":"PKTransitTypeAir","headerFields":[{"key":"gate","value":"22","label":"Gate","changeMessage":"Gate changed to %@"}],"primaryFields":[{"key":"from","value":"HEL","label":"Helsinki"},{"key":"to","value":"OSL","label":"Oslo"}],"auxiliaryFields":[{"key":"boarding","value":"2027-05-01T18:30:00+03:00","label":"Boarding","dateStyle":"PKDateStyleNone","timeStyle":"PKDateStyleShort","ignoresTimeZone":true}]},"relevantDates":[{"date":"2027-05-01T18:30:00+03:00","relevantDate":"2027-05-01T18:30:00+03:00"}],"groupingIdentifier":"AY911"}""";

    private const string StoreCard =
        """{"formatVersion":1,"passTypeIdentifier":"pass.example.coffee","serialNumber":"0042","teamIdentifier":"TEAM123456","organizationName":"Kahvila Käpy","description":"Loyalty card","logoText":"Käpy","backgroundColor":"rgb(40, 20, 10)","foregroundColor":"rgb(255, 255, 255)","labelColor":"rgb(255, 220, 180)","storeCard":{"headerFields":[{"key":"points","value":120,"label":"Points","changeMessage":"You have %@ points"}],"primaryFields":[{"key":"balance","value":12.50,"label":"Balance","currencyCode":"EUR"}],"secondaryFields":[{"key":"level","value":"Gold","label":"Level","textAlignment":"PKTextAlignmentRight"}],"backFields":[{"key":"terms","value":"Ask at the counter.\nReally.","label":"Terms","dataDetectorTypes":["PKDataDetectorTypeLink"]}]},"barcodes":[{"format":"PKBarcodeFormatQR","message":"KÄPY-0042","messageEncoding":"iso-8859-1","altText":"0042"}],"barcode":{"format":"PKBarcodeFormatQR","message":"KÄPY-0042","messageEncoding":"iso-8859-1","altText":"0042"},"locations":[{"latitude":60.17,"longitude":24.94,"relevantText":"Coffee is near"}],"webServiceURL":"https://wallet.example/passes/","authenticationToken":"0123456789abcdef"}""";

    [Fact]
    public void A_boarding_pass_is_exactly_this_text() => Assert.Equal(BoardingPass, Write(Samples.BoardingPass));

    [Fact]
    public void A_store_card_is_exactly_this_text() => Assert.Equal(StoreCard, Write(Samples.StoreCard));

    [Fact]
    public void A_pass_with_nothing_set_has_nothing_but_what_is_required() => Assert.Equal(
        """{"formatVersion":1,"passTypeIdentifier":"pass.example.coffee","serialNumber":"0042","teamIdentifier":"TEAM123456","organizationName":"Kahvila Käpy","description":"Loyalty card","generic":{}}""",
        Write(Samples.Bare with { Generic = new PassFields() }));

    [Theory]
    [MemberData(nameof(Culture.Tricky), MemberType = typeof(Culture))]
    public void The_culture_of_the_machine_does_not_matter(string culture)
    {
        using var _ = new Culture(culture);

        Assert.Equal(BoardingPass, Write(Samples.BoardingPass));
        Assert.Equal(StoreCard, Write(Samples.StoreCard));
        Assert.Equal(Samples.BoardingPass, Read(BoardingPass));
        Assert.Equal(Samples.StoreCard, Read(StoreCard));
    }

    [Fact]
    public void A_pass_read_back_equals_the_pass_written() =>
        Assert.All(Samples.AllStyles, pass => Assert.Equal(pass, PassJson.Deserialize(PassJson.Serialize(pass))));

    [Theory]
    [InlineData(5, 30, "+05:30")]
    [InlineData(-3, -30, "-03:30")]
    [InlineData(0, 0, "+00:00")]
    public void A_date_keeps_its_offset(int hours, int minutes, string written)
    {
        var date = new DateTimeOffset(2027, 2, 3, 4, 5, 6, new TimeSpan(hours, minutes, 0));

        var json = Write(Samples.Generic with { ExpirationDate = date.AddMilliseconds(789) });

        Assert.Contains($"\"expirationDate\":\"2027-02-03T04:05:06{written}\"", json, StringComparison.Ordinal);
        Assert.Equal(date, Read(json).ExpirationDate?.Moment);
        Assert.Equal(date.Offset, Read(json).ExpirationDate?.Moment?.Offset);
    }

    [Theory]
    [InlineData("2027-02-03T04:05Z", 0)]
    [InlineData("2027-02-03T04:05:00.250Z", 0)]
    [InlineData("2027-02-03T06:05:00+02:00", 2)]
    public void Dates_are_read_as_Apple_reads_them(string text, int offset)
    {
        var pass = Read(Minimal($"""
            "expirationDate":"{text}"
            """));

        Assert.Equal(new DateTimeOffset(2027, 2, 3, 4, 5, 0, TimeSpan.Zero), pass.ExpirationDate?.Moment);
        Assert.Equal(offset, pass.ExpirationDate?.Moment?.Offset.TotalHours);
        Assert.Contains(text, Write(pass), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-02-03")]
    [InlineData("2027-02-03T04:05:00")]
    [InlineData("2027-02-03T04:05:00+02")]
    [InlineData("2027-02-03T04:05:00+0200")]
    [InlineData("03.02.2027 04:05")]
    public void What_is_no_date_with_its_zone_survives_without_a_moment(string text)
    {
        var json = Minimal($"\"expirationDate\":\"{text}\"");

        Assert.Null(Read(json).ExpirationDate?.Moment);
        Assert.Equal(json, Write(Read(json)));
    }

    [Theory]
    [InlineData("date")]
    [InlineData("relevantDate")]
    public void A_relevant_date_is_read_in_the_spelling_of_iOS_18_and_of_iOS_26(string key)
    {
        var pass = Read(Minimal($$"""
            "relevantDates":[{"{{key}}":"2027-02-03T04:05:00Z"}]
            """));

        Assert.Equal([new RelevantDate { Date = new DateTimeOffset(2027, 2, 3, 4, 5, 0, TimeSpan.Zero) }], pass.RelevantDates);
    }

    [Fact]
    public void The_legacy_barcode_is_the_first_one_iOS_8_knows()
    {
        var pass = Samples.Generic with
        {
            Barcodes =
            [
                new PassBarcode { Format = BarcodeFormat.Ean13, Message = "4006381333931" },
                new PassBarcode { Format = BarcodeFormat.Code128, Message = "A" },
                new PassBarcode { Format = BarcodeFormat.Aztec, Message = "B" },
            ],
        };

        Assert.Contains("""],"barcode":{"format":"PKBarcodeFormatAztec","message":"B",""", Write(pass), StringComparison.Ordinal);
        Assert.DoesNotContain("\"barcode\":", Write(pass with { Barcodes = [pass.Barcodes[0], pass.Barcodes[1]] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_with_only_the_legacy_barcode_is_read()
    {
        var pass = Read(Minimal("""
            "barcode":{"format":"PKBarcodeFormatPDF417","message":"M","messageEncoding":"utf-8"}
            """));

        Assert.Equal([new PassBarcode { Format = BarcodeFormat.Pdf417, Message = "M", MessageEncoding = "utf-8" }], pass.Barcodes);
    }

    [Fact]
    public void Barcodes_win_over_the_legacy_barcode_whichever_comes_first()
    {
        const string Legacy = """
            "barcode":{"format":"PKBarcodeFormatQR","message":"old"}
            """;
        const string List = """
            "barcodes":[{"format":"PKBarcodeFormatQR","message":"new"}]
            """;

        Assert.Equal("new", Assert.Single((IEnumerable<PassBarcode>)Read(Minimal($"{Legacy},{List}")).Barcodes).Message);
        Assert.Equal("new", Assert.Single((IEnumerable<PassBarcode>)Read(Minimal($"{List},{Legacy}")).Barcodes).Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_JSON_cannot_hold_is_refused_and_told(double distance)
    {
        var pass = Samples.Generic with { MaxDistance = distance };

        Assert.Throws<ArgumentException>(() => PassJson.Serialize(pass));
        Assert.Equal(PassProblemCode.MaxDistanceInvalid, Assert.Single(PassValidator.Validate(pass)).Code);
    }

    [Fact]
    public void No_detectors_and_all_detectors_are_told_apart()
    {
        var field = new PassField { Key = "k", Value = "v" };
        var pass = Samples.Bare with { Generic = new PassFields { BackFields = [field, field with { Key = "l", DataDetectorTypes = [] }] } };

        Assert.Contains("""[{"key":"k","value":"v"},{"key":"l","value":"v","dataDetectorTypes":[]}]""", Write(pass), StringComparison.Ordinal);
        Assert.Equal(pass, Read(Write(pass)));
    }

    [Theory]
    [InlineData("#fff", 255, 255, 255)]
    [InlineData("#0a141E", 10, 20, 30)]
    [InlineData("rgb(10,20,30)", 10, 20, 30)]
    public void Colours_are_read_in_every_form(string text, byte red, byte green, byte blue)
    {
        var pass = Read(Minimal($"""
            "labelColor":"{text}"
            """));

        Assert.Equal(new PassColor(red, green, blue), pass.LabelColor);
        Assert.Contains($"\"labelColor\":\"rgb({red}, {green}, {blue})\"", Write(pass with { LabelColor = PassColor.Parse(text) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"labelColor\":\"red\"", "$.labelColor")]
    [InlineData("\"labelColor\":\"#ffzzff\"", "$.labelColor")]
    [InlineData("\"description\":\"again\"", null)]
    [InlineData("\"logoText\":7", "$.logoText")]
    [InlineData("\"generic\":{\"primaryFields\":[{\"key\":\"a\",\"value\":true}]}", "$.generic.primaryFields[0].value")]
    [InlineData("\"generic\":{\"primaryFields\":[{\"key\":\"a\",\"value\":1e99}]}", "$.generic.primaryFields[0].value")]
    [InlineData("\"generic\":{\"primaryFields\":[{\"key\":\"a\"}]}", null)]
    [InlineData("\"generic\":{\"primaryFields\":[null]}", null)]
    [InlineData("\"boardingPass\":{}", null)]
    [InlineData("\"boardingPass\":{\"transitType\":null}", "$.boardingPass.transitType")]
    [InlineData("\"boardingPass\":{\"transitType\":1}", "$.boardingPass.transitType")]
    [InlineData("\"beacons\":[{\"proximityUUID\":\"nearby\"}]", "$.beacons[0].proximityUUID")]
    [InlineData("\"beacons\":[{\"proximityUUID\":\"e2c56db5-dffb-48d2-b060-d0f5a71096e0\",\"major\":70000}]", "$.beacons[0].major")]
    public void What_is_not_of_its_type_is_refused_and_its_place_named(string member, string? path)
    {
        var refusal = Refusal(member);

        if (path is not null)
            Assert.Contains(path, refusal.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("{\"serialNumber\":null}")]
    public void What_is_no_pass_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void User_info_is_any_JSON_and_compared_by_content()
    {
        var pass = Read(Minimal("""
            "userInfo":{"a":[1,{"b":null}],"c":"d"}
            """));

        Assert.Equal(pass, Read(Minimal("""
            "userInfo": { "c": "d", "a": [1, {"b": null}] }
            """)));
        Assert.NotEqual(pass, Read(Minimal("""
            "userInfo":{"a":[1,{"b":0}],"c":"d"}
            """)));
        Assert.EndsWith("""
            "userInfo":{"a":[1,{"b":null}],"c":"d"}}
            """, Write(pass), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_not_known_survive_and_count()
    {
        const string Unknown = """
            "generic":{"primaryFields":[{"key":"k","value":"v","seats":[1]}],"sideFields":[]},"barcodes":[{"format":"PKBarcodeFormatQR","message":"m","messageEncoding":"utf-8","note":null}],"barcode":{"format":"PKBarcodeFormatQR","message":"m","messageEncoding":"utf-8","note":null},"useRainbowColors":true
            """;

        var pass = Read(Minimal(Unknown));

        Assert.Equal(Minimal(Unknown), Write(pass));
        Assert.Equal(pass, Read(Minimal(Unknown)));
        Assert.NotEqual(pass, Read(Minimal(Unknown.Replace("[1]", "[2]", StringComparison.Ordinal))));
        Assert.NotEqual(pass, Read(Minimal(Unknown.Replace("true", "false", StringComparison.Ordinal))));
        Assert.Throws<JsonException>(() => Read(Minimal("\"new\":1,\"new\":2")));
    }

    [Fact]
    public void A_missing_key_is_named() => Assert.Equal(
        "These keys are missing: 'transitType'.", Refusal("\"boardingPass\":{}").Message);

    [Fact]
    public void A_pass_may_be_logged_without_telling_its_token() =>
        Assert.Equal("StoreCard pass.example.coffee/0042", Samples.StoreCard.ToString());

    private static string Write(Pass pass) => Encoding.UTF8.GetString(PassJson.Serialize(pass));

    private static Pass Read(string json) => PassJson.Deserialize(Encoding.UTF8.GetBytes(json));

    private static JsonException Refusal(string member) => Assert.Throws<JsonException>(() => Read(Minimal(member)));

    private static string Minimal(string member) =>
        $$"""{"formatVersion":1,"passTypeIdentifier":"p","serialNumber":"s","teamIdentifier":"t","organizationName":"o","description":"d",{{member}}}""";
}
