using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Activity.Complaints;
using Portal.Components.Tests.Support;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Activity;

public sealed class DoubledVersionHintTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    [Fact]
    public void While_no_phone_called_a_doubled_version_the_page_says_nothing_of_it()
    {
        var page = _context.Render<ComplaintsPage>();

        page.WaitForAssertion(() => Assert.Contains("No complaints", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("/v1/v1/", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_while_the_page_is_open_shows_what_is_wrong_since_when_and_what_to_do()
    {
        var page = _context.Render<ComplaintsPage>();
        page.WaitForAssertion(() => Assert.Contains("No complaints", page.Markup, StringComparison.Ordinal));

        var hints = _context.Services.GetRequiredService<WalletHints>();
        hints.SawDoubledVersion();

        page.WaitForAssertion(() => Assert.Contains("A phone called an address below /v1/v1/", page.Find("[role=note]").TextContent, StringComparison.Ordinal));
        Assert.Equal(hints.DoubledVersionAt, DateTimeOffset.Parse(page.Find("[role=note] time").GetAttribute("datetime")!, CultureInfo.InvariantCulture));
        Assert.Contains("add the pass again from its download page", page.Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
