using Portal.Activity;

namespace Portal.Tests.Activity;

public sealed class ArrivalWordsTests
{
    [Theory]
    [InlineData(1, "fetched by somebody")]
    [InlineData(2, "fetched by one of 2")]
    public void A_fetch_of_nobody_known_is_claimed_for_no_phone(int total, string words) =>
        Assert.Equal(words, ArrivalWords.Of(new Arrival(total, total, total, Fetched: 0, Settled: 0) { FetchedBySomebody = true }));

    [Fact]
    public void What_is_known_of_phones_is_said_first() =>
        Assert.Equal("69 of 73 fetched", ArrivalWords.Of(new Arrival(73, 73, 70, Fetched: 69, Settled: 0) { FetchedBySomebody = true }));
}
