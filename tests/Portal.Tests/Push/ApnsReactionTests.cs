using System.Text;
using Portal.Push;

namespace Portal.Tests.Push;

public sealed class ApnsReactionTests
{
    private const string Page = "<html><body>Bad gateway</body></html>";

    [Theory]
    [InlineData(200, "", PushReaction.Accepted)]
    [InlineData(400, """{"reason":"BadDeviceToken"}""", PushReaction.TokenDead)]
    [InlineData(400, """{"reason":"DeviceTokenNotForTopic"}""", PushReaction.TokenDead)]
    [InlineData(410, """{"reason":"Unregistered","timestamp":1790000000000}""", PushReaction.TokenDead)]
    [InlineData(410, """{"reason":"ExpiredToken","timestamp":1790000000000}""", PushReaction.TokenDead)]
    [InlineData(410, Page, PushReaction.Park)]
    [InlineData(400, """{"reason":"BadTopic"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"TopicDisallowed"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"MissingTopic"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"PayloadTooLarge"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"BadMessageId"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"SomethingNew"}""", PushReaction.Park)]
    [InlineData(400, """{"reason":"IdleTimeout"}""", PushReaction.Retry)]
    [InlineData(400, "", PushReaction.Park)]
    [InlineData(400, Page, PushReaction.Park)]
    [InlineData(404, """{"reason":"BadPath"}""", PushReaction.Park)]
    [InlineData(405, """{"reason":"MethodNotAllowed"}""", PushReaction.Park)]
    [InlineData(413, """{"reason":"PayloadTooLarge"}""", PushReaction.Park)]
    [InlineData(418, """{"reason":"Teapot"}""", PushReaction.Park)]
    [InlineData(302, Page, PushReaction.Park)]
    [InlineData(204, "", PushReaction.Park)]
    [InlineData(403, """{"reason":"BadCertificate"}""", PushReaction.StopTopic)]
    [InlineData(403, """{"reason":"BadCertificateEnvironment"}""", PushReaction.StopTopic)]
    [InlineData(403, """{"reason":"Forbidden"}""", PushReaction.StopTopic)]
    [InlineData(403, """{"reason":"ExpiredProviderToken"}""", PushReaction.StopTopic)]
    [InlineData(403, "", PushReaction.StopTopic)]
    [InlineData(429, """{"reason":"TooManyRequests"}""", PushReaction.BackOffDevice)]
    [InlineData(429, "", PushReaction.BackOffDevice)]
    [InlineData(429, """{"reason":"TooManyProviderTokenUpdates"}""", PushReaction.Retry)]
    [InlineData(500, """{"reason":"InternalServerError"}""", PushReaction.Retry)]
    [InlineData(502, Page, PushReaction.Retry)]
    [InlineData(503, """{"reason":"ServiceUnavailable"}""", PushReaction.Retry)]
    [InlineData(503, """{"reason":"Shutdown"}""", PushReaction.Retry)]
    [InlineData(599, "", PushReaction.Retry)]
    public void Each_row_of_the_answer_table(int status, string body, PushReaction reaction) =>
        Assert.Equal(reaction, ApnsReaction.To(ApnsAnswer.Read(status, Encoding.UTF8.GetBytes(body))));

    [Fact]
    public void The_reason_and_the_moment_are_read()
    {
        var answer = ApnsAnswer.Read(410, """{"reason":"Unregistered","timestamp":1790000000123}"""u8);
        Assert.Equal(("Unregistered", DateTimeOffset.FromUnixTimeMilliseconds(1790000000123)), (answer.Reason, answer.Timestamp));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"reason":null,"timestamp":"soon"}""")]
    [InlineData("""{"reason":5,"timestamp":-1}""")]
    [InlineData("""{"reason":"","timestamp":1e300}""")]
    [InlineData("""{"reason":"two words"}""")]
    [InlineData("""{"reason":"\u0000"}""")]
    [InlineData("""{"reason":"\ud800"}""")]
    [InlineData("""{"reason":"Bad""")]
    [InlineData("""{"\ud800":"BadDeviceToken"}""")]
    public void A_body_that_is_not_apns_json_has_no_reason(string body)
    {
        var answer = ApnsAnswer.Read(400, Encoding.UTF8.GetBytes(body));
        Assert.Equal((null, null), (answer.Reason, answer.Timestamp));
    }

    [Theory]
    [InlineData("{\"reason\":\"\u00ff\"}")]
    [InlineData("{\"reason\":\"Bad\u00c3\",\"timestamp\":1790000000000}")]
    [InlineData("{\"\u00ff\":5}")]
    [InlineData("{\"reason\\u00\u00ff\":\"Bad\"}")]
    [InlineData("\u00ff\u00fe")]
    public void Bytes_that_are_no_utf8_have_no_reason(string bytes)
    {
        var answer = ApnsAnswer.Read(503, Encoding.Latin1.GetBytes(bytes));
        Assert.Equal((null, PushReaction.Retry), (answer.Reason, ApnsReaction.To(answer)));
    }
}
