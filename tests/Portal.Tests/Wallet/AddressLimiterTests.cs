using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Wallet.Admission;

namespace Portal.Tests.Wallet;

public sealed class AddressLimiterTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 1, 1, 12, 0, 30, TimeSpan.Zero));

    [Fact]
    public void An_address_has_its_share_of_each_minute()
    {
        var limiter = new AddressLimiter(2, _time);

        Assert.Equal([true, true, false], Counts(limiter, Somebody, 3));
        Assert.True(limiter.TryCount(IPAddress.Parse("192.0.2.2")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(limiter.TryCount(Somebody));
    }

    [Fact]
    public void An_address_is_the_same_in_both_ways_of_writing_it() =>
        Assert.False(HasShareAfter("192.0.2.1", "::ffff:192.0.2.1"));

    [Fact]
    public void An_IPv6_network_counts_as_one_address()
    {
        Assert.False(HasShareAfter("2001:db8::1", "2001:db8::ffff:2"));
        Assert.True(HasShareAfter("2001:db8::1", "2001:db8:1::1"));
    }

    private static List<bool> Counts(AddressLimiter limiter, IPAddress address, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => limiter.TryCount(address))];

    private bool HasShareAfter(string first, string second)
    {
        var limiter = new AddressLimiter(1, _time);
        limiter.TryCount(IPAddress.Parse(first));
        return limiter.TryCount(IPAddress.Parse(second));
    }
}
