using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

/// <summary>A pass and its parts may be logged: what only the issuer, the phone or the reader may know is not told.</summary>
public sealed class SecretsTests
{
    private static readonly string[] Secrets =
        ["Pass.AuthenticationToken", "PassNfc.Message", "WifiNetwork.Password", "AirplayDevice.AirplayDeviceGroupToken"];

    public static TheoryData<string> Records => [.. Filled.Records.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public void No_text_of_a_record_tells_a_secret(string record)
    {
        var text = Filled.Record(Filled.Records.Single(type => type.Name == record)).ToString();

        Assert.NotNull(text);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_secrets_are_properties_that_there_are() => Assert.All(
        Secrets, secret => Assert.Contains(Filled.Records.SelectMany(Filled.Properties), property => Filled.Name(property) == secret));
}
