using Microsoft.AspNetCore.Http;
using Portal.Passes;
using Portal.Wallet.Answers;

namespace Portal.Tests.Wallet;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Changed = new(2027, 3, 1, 12, 0, 0, 400, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Changed.AddSeconds(2);

    private const string OwnSecond = "Mon, 01 Mar 2027 12:00:00 GMT";
    private const string SecondBefore = "Mon, 01 Mar 2027 11:59:59 GMT";

    [Fact]
    public void A_date_sent_while_the_second_of_the_change_runs_is_one_second_early()
    {
        Assert.Equal(SecondBefore, LastModifiedAt(Changed.AddMilliseconds(500)));
        Assert.Equal(OwnSecond, LastModifiedAt(Changed.AddMilliseconds(600)));
        // Another machine's clock may be ahead of ours.
        Assert.Equal("Mon, 01 Mar 2027 11:59:57 GMT", LastModifiedAt(Changed.AddSeconds(-2)));
    }

    [Theory]
    [InlineData(OwnSecond, true)]
    [InlineData("Monday, 01-Mar-27 12:00:00 GMT", true)]
    [InlineData(SecondBefore, false)]
    [InlineData("Mon, 01 Mar 2027 12:00:01 GMT", false)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", false)]
    [InlineData("yesterday", false)]
    [InlineData("", false)]
    public void A_device_has_the_version_when_the_dates_are_equal(string date, bool known) =>
        Assert.Equal(known, IsKnown(Later, request => request.Headers.IfModifiedSince = date));

    [Fact]
    public void No_date_is_believed_while_the_second_of_the_change_runs() =>
        Assert.False(IsKnown(Changed.AddMilliseconds(100), request => request.Headers.IfModifiedSince = OwnSecond));

    [Theory]
    [InlineData("W/\"ep-7-0123456789abcdef\"", true)]
    [InlineData("\"ep-7-0123456789abcdef\"", true)]
    [InlineData("W/\"a\", \"b\", W/\"ep-7-0123456789abcdef\"", true)]
    [InlineData("*", true)]
    [InlineData("W/\"ep-6-0123456789abcdef\"", false)]
    [InlineData("ep-7-0123456789abcdef", false)]
    [InlineData("garbage", false)]
    public void An_entity_tag_is_compared_weakly(string tags, bool known) =>
        Assert.Equal(known, IsKnown(Later, request => request.Headers.IfNoneMatch = tags));

    [Fact]
    public void Where_there_is_an_entity_tag_the_date_says_nothing() =>
        Assert.False(IsKnown(Later, request =>
        {
            request.Headers.IfNoneMatch = "\"other\"";
            request.Headers.IfModifiedSince = OwnSecond;
        }));

    private static PassVersion Version => new(1, "ep", 7, "0123456789abcdef0123456789abcdef", Changed);

    private static string LastModifiedAt(DateTimeOffset now)
    {
        var http = new DefaultHttpContext();
        new Freshness(Version, now).Write(http.Response);
        Assert.Equal("W/\"ep-7-0123456789abcdef\"", http.Response.Headers.ETag);
        return http.Response.Headers.LastModified.ToString();
    }

    private static bool IsKnown(DateTimeOffset now, Action<HttpRequest> prepare)
    {
        var http = new DefaultHttpContext();
        prepare(http.Request);
        return new Freshness(Version, now).IsKnownTo(http.Request);
    }
}
