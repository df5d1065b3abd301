using Bunit;
using Portal.Activity;

namespace Portal.Components.Tests.Activity;

public sealed class ArrivalRingTests : BunitContext
{
    public static TheoryData<Arrival, string> Said => new()
    {
        { new(0, 0, 0, 0, 0), "On no phone" },
        { new(1, 0, 0, 0, 0), "1 phone: queued" },
        { new(1, 0, 0, 0, 0) { Unreachable = 1 }, "1 phone: cannot be pushed" },
        { new(2, 0, 0, 0, 0) { Unreachable = 1, GivenUp = 1 }, "2 phones: given up after 24 hours" },
        { new(2, 0, 0, 0, 0) { Unreachable = 1, Refused = 1 }, "2 phones: refused by the push service" },
        { new(1, 1, 0, 0, 0), "1 phone: accepted by the push service, the phone has not asked yet" },
        { new(1, 1, 1, 0, 0), "1 phone: asked, not fetched yet" },
        { new(1, 1, 1, 0, 1), "1 phone: past it, though not every download was seen" },
        { new(1, 1, 1, 1, 0), "1 phone: fetched" },
        { new(1, 1, 1, 1, 1), "Arrived: the phone fetched it" },
        { new(5, 5, 3, 2, 0), "5 phones: 5 accepted by the push service, 3 asked, 2 fetched" },
        { new(5, 5, 3, 2, 1), "5 phones: 5 accepted by the push service, 3 asked, 2 fetched, 1 settled" },
        { new(5, 5, 5, 5, 5), "Arrived: all 5 phones fetched it" },
        { new(4, 4, 3, 2, 0) { IsOfDesign = true }, "4 passes on phones: 4 accepted by the push service, 3 asked, 2 fetched" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void The_ring_says_in_words_what_it_shows(Arrival arrival, string words)
    {
        var ring = Ring(arrival).Find(".arrival");
        Assert.Equal(words, ring.GetAttribute("title"));
        Assert.Equal(words, ring.GetAttribute("aria-label"));
        Assert.Equal("img", ring.GetAttribute("role"));
    }

    [Fact]
    public void Only_a_settled_ring_has_the_tick()
    {
        Assert.Empty(Ring(new Arrival(5, 5, 5, 5, 4)).FindAll(".arrival-tick"));
        Assert.Single(Ring(new Arrival(5, 5, 5, 5, 5)).FindAll(".arrival-tick"));
    }

    [Fact]
    public void Those_that_are_settled_have_an_arc_of_their_own_until_all_are()
    {
        Assert.Empty(Ring(new Arrival(5, 5, 3, 2, 0)).FindAll(".arrival-settled"));
        Assert.Equal("20 200", Ring(new Arrival(5, 5, 3, 2, 1)).Find(".arrival-settled").GetAttribute("stroke-dasharray"));
        Assert.Empty(Ring(new Arrival(5, 5, 5, 5, 5)).FindAll(".arrival-settled"));
    }

    [Theory]
    [InlineData(0, 5, "0 200")]
    [InlineData(2, 5, "40 200")]
    [InlineData(999, 1000, "97 200")]
    [InlineData(1000, 1000, "100 200")]
    [InlineData(7, 5, "100 200")]
    public void A_part_never_looks_like_the_whole(int fetched, int total, string dash) =>
        Assert.Equal(dash, Ring(new Arrival(total, 0, 0, fetched, 0)).Find(".arrival-fetched").GetAttribute("stroke-dasharray"));

    private IRenderedComponent<ArrivalRing> Ring(Arrival arrival) => Render<ArrivalRing>(parameters => parameters.Add(ring => ring.Of, arrival));
}
