using System.Text;
using System.Text.Json;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>What trying at random has found, in its smallest form.</summary>
public sealed class FindingsTests
{
    private const string Start =
        """{"formatVersion":1,"passTypeIdentifier":"pass.a","serialNumber":"1","teamIdentifier":"T","organizationName":"O","description":"D","coupon":{},""";

    /// <summary>Each was read, and could then not be written again.</summary>
    public static TheoryData<string> Unwritable =>
    [
        "\"maxDistance\":1e400",
        "\"locations\":[{\"latitude\":-1e999,\"longitude\":0}]",
        "\"userInfo\":[1e400]",
        "\"userInfo\":\"\\ud800\"",
        "\"userInfo\":{\"a\":\"\\udc00\\ud800\"}",
        "\"unknown\":\"\\ud83d\"",
    ];

    /// <summary>Each made the check of a text throw.</summary>
    public static TheoryData<string, byte> Unreadable => new()
    {
        { "\"a?\":1}", 0x85 },
        { "\"logoText\":\"?\"}", 0xFF },
        { "\"\\ud800?\":1}", (byte)'a' },
        { "\"userInfo\":{\"\\ud800\":1,\"\\ud800?\":2}}", (byte)'a' },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void What_could_not_be_written_again_is_not_read(string member)
    {
        var json = Encoding.UTF8.GetBytes($"{Start}\n{member}}}");

        var refusal = Assert.Throws<JsonException>(() => PassJson.Deserialize(json));

        Assert.StartsWith("A ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, refusal.LineNumber);
        Assert.Contains(PassValidator.ValidateJson(json), problem => problem.Code == PassProblemCode.PassInvalid);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Bytes_that_are_no_letters_are_told(string members, byte odd)
    {
        var json = Encoding.UTF8.GetBytes(Start + members);
        json[Array.IndexOf(json, (byte)'?')] = odd;

        Assert.Contains(PassValidator.ValidateJson(json), problem => problem.Code == PassProblemCode.PassInvalid);
        Assert.Contains(
            Guarded.Read(Reading.Pack([new("pass.json", json)]))?.Problems ?? [], problem => problem.Code == PassProblemCode.PassInvalid);
    }

    /// <summary>Letters beyond the first 65,536 are two halves in an escape, and sound.</summary>
    [Fact]
    public void Whole_letters_in_halves_are_read() =>
        Assert.Equal("😀", PassJson.Deserialize(Encoding.UTF8.GetBytes(Start + "\"logoText\":\"\\ud83d\\ude00\"}")).LogoText);
}
