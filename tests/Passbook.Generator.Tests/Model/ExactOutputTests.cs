using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

/// <summary>The bytes are the same on every machine, and those that Wallet wants.</summary>
public sealed class ExactOutputTests
{
    private static readonly Pass Everything = (Pass)Filled.Record(typeof(Pass));

    [Theory]
    [MemberData(nameof(Culture.Tricky), MemberType = typeof(Culture))]
    public void A_pass_with_everything_set_is_the_same_text_in_every_culture(string culture)
    {
        var expected = PassJson.Serialize(Everything);
        using var _ = new Culture(culture);

        Assert.Equal(expected, PassJson.Serialize(Everything));
        Assert.Equal(Everything, PassJson.Deserialize(expected));
    }

    [Theory]
    [MemberData(nameof(Culture.Tricky), MemberType = typeof(Culture))]
    public void An_amount_is_written_with_a_point_in_every_culture(string culture)
    {
        using var _ = new Culture(culture);

        Assert.Equal(new CurrencyAmount { Amount = "-1234.50", CurrencyCode = "EUR" }, CurrencyAmount.Of(-1234.50m, "EUR"));
    }

    [Theory]
    [InlineData(5, 45)]
    [InlineData(-9, -30)]
    [InlineData(0, 0)]
    [InlineData(14, 0)]
    public void Every_date_keeps_its_own_zone(int hours, int minutes)
    {
        PassDate date = new DateTimeOffset(2027, 2, 3, 4, 5, 6, new TimeSpan(hours, minutes, 0)).AddTicks(1);
        var pass = Samples.Generic with
        {
            RelevantDates = [new RelevantDate { StartDate = date, EndDate = date }],
            Semantics = new SemanticTags { EventStartDate = date, EventStartDateInfo = new EventDateInfo { Date = date } },
            UpcomingPassInformation = [new UpcomingPassInformation { Identifier = "i", Name = "n", DateInformation = new UpcomingPassDate { Date = date } }],
        };
        var sign = hours < 0 ? '-' : '+';
        var written = $"2027-02-03T04:05:06{sign}{Math.Abs(hours):00}:{Math.Abs(minutes):00}";

        var json = Encoding.UTF8.GetString(PassJson.Serialize(pass));

        Assert.Equal(written, date.ToString());
        Assert.Equal(6, json.Split($"\"{written}\"").Length);
        Assert.Equal(pass, PassJson.Deserialize(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void The_text_is_compact_UTF_8_without_a_mark_and_without_needless_escapes()
    {
        var json = PassJson.Serialize(Samples.Bare with { LogoText = "Käpy & <Ärjä> 'ok' \"now\" \u2028 ☕ 𝄞", Generic = new PassFields() });

        Assert.Equal((byte)'{', json[0]);
        Assert.DoesNotContain((byte)'\n', json);
        Assert.Contains("""
            "logoText":"Käpy & <Ärjä> 'ok' \"now\" \u2028 ☕ 𝄞"
            """.Replace("𝄞", Escaped("𝄞"), StringComparison.Ordinal), Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(PassJson.Deserialize(json), PassJson.Options));
    }

    [Fact]
    public async Task A_language_keeps_its_letter_case_and_its_images_stand_nowhere_else()
    {
        var assets = PassAssets.Create(
        [
            .. Samples.Assets.Files.Where(file => file.Name.StartsWith("icon", StringComparison.Ordinal)),
            PassAsset.ForLanguage("zh-Hans", [new("Gate", "登机口")]),
            PassAsset.ForLanguage("pt-BR", [new("Gate", "Portao")]),
            new PassAsset("pt-BR.lproj/logo@2x.png", Samples.Png(320, 100)),
        ]);
        var package = new MemoryStream();

        await PassPackage.WriteAsync(package, Samples.Generic, assets, Development.Signer, TestContext.Current.CancellationToken);

        using var archive = new ZipArchive(package);
        var names = archive.Entries.Select(entry => entry.FullName).ToArray();
        Assert.Contains("zh-Hans.lproj/pass.strings", names, StringComparer.Ordinal);
        Assert.Contains("pt-BR.lproj/pass.strings", names, StringComparer.Ordinal);
        Assert.Equal("pt-BR.lproj/logo@2x.png", Assert.Single(names, name => name.EndsWith("logo@2x.png", StringComparison.Ordinal)));
        Assert.Equal([0xFF, 0xFE], FirstBytes(archive, "zh-Hans.lproj/pass.strings"));
        Assert.Equal("\"G"u8.ToArray(), FirstBytes(archive, "pt-BR.lproj/pass.strings"));
    }

    private static string Escaped(string letter) => string.Concat(letter.Select(unit => $"\\u{(int)unit:X4}"));

    private static byte[] FirstBytes(ZipArchive archive, string name)
    {
        using var entry = archive.GetEntry(name)!.Open();
        var bytes = new byte[2];
        entry.ReadExactly(bytes);
        return bytes;
    }
}
