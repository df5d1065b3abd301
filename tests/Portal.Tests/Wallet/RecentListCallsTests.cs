using System.Net;
using Portal.Wallet.Arrival;
using Portal.Wallet.Requests;

namespace Portal.Tests.Wallet;

public sealed class RecentListCallsTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Caller Home = new(IPAddress.Parse("192.0.2.7"), "passd/1.0");
    private static readonly Caller Shop = new(IPAddress.Parse("192.0.2.7"), "passd/2.0");

    private readonly RecentListCalls _calls = new();

    [Fact]
    public void The_only_device_that_called_from_there_is_known()
    {
        _calls.Remember(1, Home, Noon);
        _calls.Remember(2, Shop, Noon);

        Assert.Equal(1, _calls.OnlyCallerAmong([1, 2], Home, Noon.AddSeconds(1)));
    }

    [Fact]
    public void Two_devices_from_one_place_cannot_be_told_apart()
    {
        _calls.Remember(1, Home, Noon);
        _calls.Remember(2, Home, Noon);

        Assert.Null(_calls.OnlyCallerAmong([1, 2], Home, Noon.AddSeconds(1)));
        Assert.Equal(2, _calls.OnlyCallerAmong([2, 3], Home, Noon.AddSeconds(1)));
    }

    [Fact]
    public void A_call_is_evidence_for_two_minutes()
    {
        _calls.Remember(1, Home, Noon);

        Assert.Equal(1, _calls.OnlyCallerAmong([1], Home, Noon.AddMinutes(2)));
        Assert.Null(_calls.OnlyCallerAmong([1], Home, Noon.AddMinutes(2).AddSeconds(1)));
    }

    [Fact]
    public void A_call_after_the_fetch_is_no_evidence_and_takes_none_away()
    {
        _calls.Remember(1, Home, Noon);
        _calls.Remember(1, Home, Noon.AddSeconds(10));
        _calls.Remember(2, Home, Noon.AddSeconds(10));

        Assert.Equal(1, _calls.OnlyCallerAmong([1, 2], Home, Noon.AddSeconds(5)));
    }

    [Fact]
    public void What_was_forgotten_leaves_nobody_known()
    {
        _calls.Remember(1, Home, Noon);
        for (var device = 0; device < 50_000; device++)
            _calls.Remember(100 + device, Shop, Noon);

        Assert.Null(_calls.OnlyCallerAmong([1], Home, Noon.AddSeconds(1)));
        _calls.Remember(1, Home, Noon.AddMinutes(3));
        Assert.Equal(1, _calls.OnlyCallerAmong([1], Home, Noon.AddMinutes(3)));
    }
}
