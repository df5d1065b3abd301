using Portal.Wallet.Arrival;

namespace Portal.Tests.Wallet;

public sealed class ArrivalMarksTests
{
    [Theory]
    [InlineData(5, 6)]
    [InlineData(6, 5)]
    public void Of_two_tags_a_pass_left_with_the_lower_one_is_remembered(long first, long second)
    {
        using var marks = new ArrivalMarks(new RecentListCalls(), TimeProvider.System);

        marks.HandedOut(1, first);
        marks.HandedOut(1, second);

        Assert.Equal(5, marks.HandedOutTag(1));
        Assert.Null(marks.HandedOutTag(2));
    }
}
