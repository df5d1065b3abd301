using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Testing;

namespace Portal.Tests.Hosting;

public sealed class ClockMarkTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a", 0, 7, "a", 0, 7, false)]
    [InlineData("a", 0, 7, "a", 0, 9, false)]
    [InlineData("a", 0, 9, "a", 0, 7, true)]
    [InlineData("b", 5, 1, "a", 0, 90, true)]
    [InlineData("a", 0, 90, "b", 5, 1, false)]
    public void A_clock_behind_its_mark_was_restored(
        string markedEpoch, int markedAt, long marked, string epoch, int at, long number, bool restored) =>
        Assert.Equal(restored, Of(Row(1, markedEpoch, markedAt, marked)).AreAheadOf(Of(Row(1, epoch, at, number))));

    [Fact]
    public void A_pass_type_that_is_gone_was_lost_and_a_new_one_was_not()
    {
        var one = Of(Row(1, "a", 0, 7));
        var two = Of(Row(1, "a", 0, 7), Row(2, "b", 0, 1));
        Assert.True(two.AreAheadOf(one));
        Assert.False(one.AreAheadOf(two));
    }

    [Fact]
    public void A_mark_of_another_database_says_nothing() =>
        Assert.False(Of(Row(1, "a", 0, 9)).AreAheadOf(ClockMark.Marks.Of(DatabaseProvider.PostgreSql, [])));

    [Fact]
    public void A_mark_is_read_as_it_was_written_and_a_damaged_one_is_none()
    {
        using var folder = TemporaryFolder.Create();
        var mark = new ClockMark(new DataFolder(Options.Create(new DataOptions { Folder = folder.Path })));
        Assert.False(mark.Exists);
        var written = Of(Row(2, "b", 3, 4), Row(1, "a", 0, long.MaxValue));
        mark.Write(written);
        Assert.Equal(written, mark.Read());
        foreach (var damaged in new[] { "{\"Prov", "", "{}", "null", "[]", "{\"Provider\":0,\"Clocks\":null}", "{\"Provider\":0,\"Clocks\":[null]}", "{\"Provider\":0,\"Clocks\":[{}]}" })
        {
            File.WriteAllText(mark.Path, damaged);
            Assert.True(mark.Exists);
            Assert.Null(mark.Read());
        }
    }

    private static ClockMark.Marks Of(params ClockRow[] rows) => ClockMark.Marks.Of(DatabaseProvider.Sqlite, rows);

    private static ClockRow Row(int passTypeId, string epoch, int startedAt, long number) =>
        new() { PassTypeId = passTypeId, Epoch = epoch, EpochStartedAt = Start.AddHours(startedAt), Number = number };
}
