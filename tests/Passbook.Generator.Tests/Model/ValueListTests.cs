namespace Passbook.Generator.Tests.Model;

public sealed class ValueListTests
{
    [Fact]
    public void Equal_items_in_the_same_order_make_equal_lists()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> other = ["a", "b"];

        Assert.True(one == other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one != ["b", "a"]);
        Assert.True(one != ["a"]);
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        ValueList<int> empty = [];

        Assert.True(default == empty);
        Assert.True(empty.IsEmpty);
        Assert.Empty((IEnumerable<int>)empty);
        Assert.Throws<ArgumentOutOfRangeException>(() => empty[0]);
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_of()
    {
        int[] items = [1, 2];
        var list = items.ToValueList();
        items[0] = 9;

        Assert.Equal(1, list[0]);
        Assert.Equal([1, 2, 3], (ValueList<int>)[.. list, 3]);
    }
}
