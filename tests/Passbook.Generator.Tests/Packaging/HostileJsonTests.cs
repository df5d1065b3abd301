using System.Security.Cryptography;
using System.Text;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Packages whose texts are deep, huge, or no JSON.</summary>
public sealed class HostileJsonTests
{
    private const string Start = """{"formatVersion":1,"passTypeIdentifier":"pass.a","serialNumber":"1","teamIdentifier":"T","organizationName":"O","description":"D","coupon":{},""";

    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string, string> Texts => new()
    {
        { "nothing", "" },
        { "blanks", new string(' ', Megabyte) },
        { "null", "null" },
        { "a list", "[]" },
        { "deep lists", new string('[', 19_000) },
        { "deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 19_000)) },
        { "deep user info", Start + "\"userInfo\":" + new string('[', 19_000) },
        { "deep and closed", Start + "\"userInfo\":" + new string('[', 100) + new string(']', 100) + "}" },
        { "a byte order mark", "\uFEFF" + Start + "\"a\":1}" },
        { "a text that does not end", Start + "\"logoText\":\"" + new string('x', Megabyte / 2) },
        { "a key twice", Start + "\"logoText\":\"a\",\"logoText\":\"b\"}" },
        { "an unknown key twice", Start + "\"x\":1,\"x\":2}" },
        { "a lone half of a letter", Start + "\"logoText\":\"\\ud800\"}" },
        { "a key that is half a letter", Start + "\"\\ud800\":1}" },
        { "a number beyond all", Start + "\"maxDistance\":1e99999}" },
        { "a number of a million digits", Start + $"\"formatVersion\":{new string('9', Megabyte - 1000)}" + "}" },
        { "a colour of a million letters", Start + $"\"backgroundColor\":\"rgb({new string('1', Megabyte / 2)},0,0)\"" + "}" },
    };

    public static TheoryData<string, string> Crowds => new()
    {
        { "unknown keys", Members(18_000, index => $"\"a key {index}\":1") },
        { "unknown lists", Members(8_800, index => $"\"{index}\":[0]") },
        { "unknown objects", Members(6_400, index => $"\"{index}\":{{\"a\":0}}") },
        { "places", Members(1, _ => $"\"locations\":[{Repeat("""{"latitude":1,"longitude":1}""", 6_400)}]") },
        { "dates", Members(1, _ => $"\"relevantDates\":[{Repeat("{}", 9_600)}]") },
        { "numbers", Members(1, _ => $"\"associatedStoreIdentifiers\":[{Repeat("1", 19_600)}]") },
        { "seats", Members(1, _ => $"\"semantics\":{{\"seats\":[{Repeat("{}", 9_600)}]}}") },
        { "events", Members(1, _ => $"\"upcomingPassInformation\":[{Repeat("""{"identifier":"a","name":"b","type":"event"}""", 4_800)}]") },
        { "user info", Members(1, _ => $"\"userInfo\":[{Repeat("{}", 9_600)}]") },
        { "fields", Members(0, _ => "").Replace("\"coupon\":{}", $"\"coupon\":{{\"backFields\":[{Repeat("""{"key":"a","value":0}""", 6_400)}]}}", StringComparison.Ordinal) },
        { "fields with semantics", Members(0, _ => "").Replace("\"coupon\":{}", $"\"coupon\":{{\"backFields\":[{Repeat("""{"key":"a","value":0,"semantics":{}}""", 3_960)}]}}", StringComparison.Ordinal) },
        { "fields with an unknown key", Members(0, _ => "").Replace("\"coupon\":{}", $"\"coupon\":{{\"backFields\":[{Repeat("""{"key":"a","value":0,"x":0}""", 4_800)}]}}", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_pass_json_made_to_harm_is_told(string what, string json)
    {
        Assert.NotEmpty(what);
        var opened = Guarded.Read(Package(json));

        Has(opened, PassProblemCode.PassInvalid);
        Assert.Null(opened?.Pass);
        Assert.NotNull(opened?.Signature);
    }

    [Theory]
    [InlineData("2027-02-30T12:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("")]
    public void A_date_of_no_calendar_is_read_as_no_moment(string date)
    {
        var pass = Guarded.Read(Package(Start + $"\"expirationDate\":\"{date}\"" + "}"))?.Pass;

        Assert.NotNull(pass?.ExpirationDate);
        Assert.Null(pass.ExpirationDate.Value.Moment);
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public void A_pass_json_made_to_grow_is_read_within_the_limits(string what, string json)
    {
        Assert.NotEmpty(what);
        Assert.NotNull(Guarded.Read(Package(json))?.Pass);
    }

    [Fact]
    public void The_largest_image_beside_a_text_made_to_grow_stays_within_the_limits()
    {
        var json = Members(0, _ => "").Replace("\"coupon\":{}", $"\"coupon\":{{\"backFields\":[{Repeat("""{"key":"a","value":0,"semantics":{}}""", 3_960)}]}}", StringComparison.Ordinal);
        var archive = new RawZip()
            .Add(new RawEntry("icon.png", RandomNumberGenerator.GetBytes(19 * Megabyte)) { Method = 8 })
            .Add(new RawEntry("pass.json", Encoding.UTF8.GetBytes(json)))
            .Build();

        Assert.NotNull(Guarded.Read(archive)?.Pass);
    }

    /// <summary>Each value of the wrong kind costs another reading of all the others.</summary>
    [Theory]
    [InlineData(3_900)]
    [InlineData(1_970)]
    [InlineData(240)]
    public void A_text_made_to_grow_with_many_values_of_the_wrong_kind_stays_within_the_limits(int fields)
    {
        var wrong = Repeat("""{"key":"a","value":0,"label":[]}""", 15);
        var json = Members(0, _ => "").Replace(
            "\"coupon\":{}", $"\"coupon\":{{\"backFields\":[{Repeat("""{"key":"a","value":0,"semantics":{}}""", fields)},{wrong}]}}", StringComparison.Ordinal);
        var archive = new RawZip()
            .Add(new RawEntry("icon.png", RandomNumberGenerator.GetBytes(19 * Megabyte)) { Method = 8 })
            .Add(new RawEntry("pass.json", Encoding.UTF8.GetBytes(json)))
            .Build();

        Assert.Equal(fields < 1_000, Guarded.Read(archive)?.Pass is not null);
    }

    [Fact]
    public void A_pass_json_of_more_values_than_any_pass_has_is_not_read() =>
        Has(Guarded.Read(Package(Members(1, _ => $"\"relevantDates\":[{Repeat("{}", 340_000)}]"))), PassProblemCode.FileTooLarge);

    [Theory]
    [InlineData("pass.json", Megabyte)]
    [InlineData("manifest.json", Megabyte)]
    [InlineData("signature", 32 * 1024)]
    public void A_file_far_larger_than_any_pass_has_is_not_read(string name, int limit)
    {
        var opened = Guarded.Read(new PackageBuilder(Samples.Coupon) { Afterwards = files => files[name] = [.. files[name], .. new byte[limit]] }.Build());

        Assert.Contains(opened?.Problems ?? [], problem => problem.Code == PassProblemCode.FileTooLarge && problem.Path == name);
        Assert.Equal(name != "pass.json", opened?.Pass is not null);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_told()
    {
        byte[] json = [.. Encoding.UTF8.GetBytes(Start), .. "\"logoText\":\""u8, 0xFF, 0xC0, .. "\"}"u8];

        Has(Guarded.Read(Package(json)), PassProblemCode.PassInvalid);
    }

    [Theory]
    [InlineData(200, PassProblemCode.ManifestFileMissing)]
    [InlineData(20_000, PassProblemCode.ManifestInvalid)]
    public void A_manifest_of_files_that_are_not_there_is_told(int files, string code)
    {
        var manifest = "{" + string.Join(',', Enumerable.Range(0, files).Select(index => $"\"{index}.png\":\"{index}\"")) + "}";

        Has(Guarded.Read(new PackageBuilder(Samples.Coupon) { Manifest = _ => manifest }.Build()), code);
    }

    [Fact]
    public void A_manifest_that_is_deep_is_told() => Assert.Contains(
        ("manifest.json", PassProblemCode.ManifestInvalid),
        Guarded.Problems(new PackageBuilder(Samples.Coupon) { Manifest = _ => new string('[', Megabyte) }.Build()));

    private static void Has(OpenedPass? opened, string code) => Assert.Contains(opened?.Problems ?? [], problem => problem.Code == code);

    private static string Members(int count, Func<int, string> member) => $"{Start}{string.Concat(Enumerable.Range(0, count).Select(index => member(index) + ","))}\"z\":0}}";

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    private static byte[] Package(string json) => Package(Encoding.UTF8.GetBytes(json));

    private static byte[] Package(byte[] json)
    {
        var package = new PackageBuilder(Samples.Coupon);
        package.Files["pass.json"] = json;
        return package.Build();
    }
}
