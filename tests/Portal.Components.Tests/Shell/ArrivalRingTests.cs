using Bunit;
using Portal.Shell;

namespace Portal.Components.Tests.Shell;

public sealed class ArrivalRingTests : BunitContext
{
    [Theory]
    [InlineData(0, 0, 0, 0, false, "On no phone")]
    [InlineData(1, 0, 0, 0, false, "1 phone: waiting to be sent")]
    [InlineData(1, 1, 0, 0, false, "1 phone: accepted by the push service, the phone has not asked yet")]
    [InlineData(1, 1, 1, 0, false, "1 phone: asked, not fetched yet")]
    [InlineData(1, 1, 1, 1, false, "1 phone: fetched")]
    [InlineData(1, 1, 1, 1, true, "Arrived: the phone fetched it")]
    [InlineData(5, 5, 3, 2, false, "5 phones: 5 accepted by the push service, 3 asked, 2 fetched")]
    [InlineData(5, 5, 5, 5, true, "Arrived: all 5 phones fetched it")]
    public void The_ring_says_in_words_what_it_shows(int total, int accepted, int asked, int fetched, bool settled, string words)
    {
        var ring = Ring(total, accepted, asked, fetched, settled).Find(".arrival");
        Assert.Equal(words, ring.GetAttribute("title"));
        Assert.Equal(words, ring.GetAttribute("aria-label"));
        Assert.Equal("img", ring.GetAttribute("role"));
    }

    [Fact]
    public void Only_a_whole_and_settled_ring_has_the_tick()
    {
        Assert.Empty(Ring(5, 5, 5, 5, settled: false).FindAll(".arrival-tick"));
        Assert.Empty(Ring(5, 5, 5, 4, settled: true).FindAll(".arrival-tick"));
        Assert.Single(Ring(5, 5, 5, 5, settled: true).FindAll(".arrival-tick"));
    }

    [Theory]
    [InlineData(0, 5, "0 200")]
    [InlineData(2, 5, "40 200")]
    [InlineData(999, 1000, "97 200")]
    [InlineData(1000, 1000, "100 200")]
    [InlineData(7, 5, "100 200")]
    public void A_part_never_looks_like_the_whole(int fetched, int total, string dash) =>
        Assert.Equal(dash, Ring(total, 0, 0, fetched, settled: false).Find(".arrival-fetched").GetAttribute("stroke-dasharray"));

    private IRenderedComponent<ArrivalRing> Ring(int total, int accepted, int asked, int fetched, bool settled) =>
        Render<ArrivalRing>(parameters => parameters
            .Add(ring => ring.Total, total).Add(ring => ring.Accepted, accepted).Add(ring => ring.Asked, asked)
            .Add(ring => ring.Fetched, fetched).Add(ring => ring.Settled, settled));
}
