using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Components.Tests.Support;
using Portal.Designs;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Designs;

public sealed class DesignsPageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task A_card_draws_the_design_and_counts_what_follows_it()
    {
        await DesignPages.PublishAsync(fixture.Database, _context.Services, "counted", phone: "counted-phone");

        var page = Open("counted");

        page.WaitForAssertion(() => Assert.Contains("1 pass on 1 device", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Published", page.Find(".badge").TextContent, StringComparison.Ordinal);
        Assert.Equal("Juniper Coffee", page.Find("[data-part=logoText]").TextContent);
        Assert.StartsWith("/admin/designs/images/", page.Find("[data-part=strip]").GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_never_published_is_marked_as_a_draft()
    {
        await DesignPages.CreateAsync(fixture.Database, _context.Services, "unborn");

        var page = Open("unborn");

        page.WaitForAssertion(() => Assert.Contains("never published", page.Find(".badge").TextContent, StringComparison.Ordinal));
        Assert.Contains("No passes yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_finds_nothing_says_what_to_do()
    {
        var page = Open("no such design");
        page.WaitForAssertion(() => Assert.Contains("No design is like ‘no such design’", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_design_begins_from_the_chosen_one()
    {
        await DesignPages.CreateAsync(fixture.Database, _context.Services, "type");
        var navigation = _context.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/admin/designs/new?start=coupon");
        var page = _context.Render<NewDesignPage>();
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("[data-start]").Count));

        await page.FindAll(".create button")[^1].ClickAsync();

        page.WaitForAssertion(() => Assert.Matches("/admin/designs/[0-9]+$", navigation.Uri));
        var id = long.Parse(navigation.Uri[(navigation.Uri.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var draft = await DesignPages.OpenAsync(_context.Services, id);
        Assert.Equal(("Coupon", "Sunrise Market"), (draft.Name, draft.Document.Pass.LogoText));
    }

    private IRenderedComponent<DesignsPage> Open(string search)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/admin/designs?q={Uri.EscapeDataString(search)}");
        return _context.Render<DesignsPage>();
    }
}
