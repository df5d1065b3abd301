using Portal.Browser.Tests.Chromium;

namespace Portal.Browser.Tests;

public sealed class ChromiumTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task A_script_error_is_noticed()
    {
        await using var session = await chromium.OpenAsync(new Uri("http://127.0.0.1/"), Screen.Phone);
        await session.Page.SetContentAsync("<p>hello</p><script>console.error('broken')</script>");
        Assert.Equal(["broken"], session.Complaints);
    }
}
