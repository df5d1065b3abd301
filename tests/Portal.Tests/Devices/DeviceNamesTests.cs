using Portal.Devices;

namespace Portal.Tests.Devices;

public sealed class DeviceNamesTests
{
    [Theory]
    [InlineData("0123456789abcdef0123456789aba3f2", "Phone …a3f2")]
    [InlineData("123456789", "Phone …6789")]
    [InlineData("12345678", "Phone")]
    public void A_name_shows_the_end_of_the_identifier_and_never_half_of_it(string identifier, string name) =>
        Assert.Equal(name, DeviceNames.Of(identifier));

    [Theory]
    [InlineData("passd/1.0 CFNetwork/3860.200.71 Darwin/25.1.0", "Apple Wallet")]
    [InlineData("SomeWallet/1.0 (Android 16)", "SomeWallet/1.0")]
    [InlineData(" ", "Unnamed wallet")]
    [InlineData(null, "Unnamed wallet")]
    public void A_wallet_is_called_what_it_calls_itself(string? userAgent, string wallet) =>
        Assert.Equal(wallet, DeviceNames.WalletOf(userAgent));

    [Theory]
    [InlineData("a3f2", "a3f2")]
    [InlineData(" A3F2 ", "a3f2")]
    [InlineData("Phone …a3f2", "a3f2")]
    [InlineData("Mia", null)]
    [InlineData("9aba3f2", null)]
    public void Only_as_much_of_an_identifier_is_searched_as_is_shown(string searched, string? end) =>
        Assert.Equal(end, DeviceNames.EndIn(searched));
}
