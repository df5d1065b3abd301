namespace Portal.Data.Tests;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 phones")]
    [InlineData(1, "1 phone")]
    [InlineData(2, "2 phones")]
    [InlineData(21, "21 phones")]
    public void The_noun_is_singular_beside_a_one_only(long count, string words) => Assert.Equal(words, Counted.Phones(count));

    [Fact]
    public void A_plural_of_its_own_is_said_by_the_caller()
    {
        Assert.Equal("1 pass", Counted.Passes(1));
        Assert.Equal("2 passes", Counted.Passes(2));
        Assert.Equal("0 pushes", Counted.Of(0, "push", "pushes"));
    }

    [Fact]
    public void A_large_number_has_groups() => Assert.Equal($"{1204:N0} passes", Counted.Passes(1204));
}
