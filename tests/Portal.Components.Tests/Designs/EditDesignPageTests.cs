using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Components.Tests.Support;
using Portal.Data.Activity;
using Portal.Designs;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Designs;

public sealed class EditDesignPageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public async Task What_is_typed_shows_in_the_drawing_before_anything_is_saved()
    {
        var id = await DesignPages.CreateAsync(fixture.Database, _context.Services, "typing");
        var page = _context.Edit(id);

        await page.Box("logoText").InputAsync("Corner Café");

        page.WaitForAssertion(() => Assert.Equal("Corner Café", page.Drawn("logoText")));
        Assert.Equal("Juniper Coffee", (await DesignPages.OpenAsync(_context.Services, id)).Document.Pass.LogoText);
    }

    [Fact]
    public async Task A_text_that_was_emptied_is_not_drawn_anew_under_whoever_types_on()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "emptied"));

        await page.Box("logoText").InputAsync("");

        page.WaitForState(() => !page.Button("save").HasAttribute("aria-disabled"));
        Assert.Equal("", page.Box("logoText").GetAttribute("value"));
    }

    [Fact]
    public async Task Saving_keeps_a_draft_that_no_pass_follows()
    {
        var id = await DesignPages.PublishAsync(fixture.Database, _context.Services, "saving");
        var page = _context.Edit(id);
        await page.Box("logoText").InputAsync("Draft only");
        page.WaitForState(() => !page.Button("save").HasAttribute("aria-disabled"));

        await page.Button("save").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("passes still follow version 1", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Draft only", (await DesignPages.OpenAsync(_context.Services, id)).Document.Pass.LogoText);
        var published = await _context.Services.GetRequiredService<DesignLibrary>().FindPublishedAsync(id, CancellationToken.None);
        Assert.Equal("Juniper Coffee", published?.Document.Pass.LogoText);
    }

    [Fact]
    public async Task A_colour_that_is_none_stays_as_typed_and_keeps_the_draft_from_being_saved()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "colour"));

        await page.Box("background").InputAsync("rgb(999,0,0)");

        page.WaitForAssertion(() => Assert.Contains("Background: not yet right", page.Markup, StringComparison.Ordinal));
        Assert.Equal("rgb(999,0,0)", page.Box("background").GetAttribute("value"));
        Assert.True(page.Button("save").HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task A_colour_shows_in_the_drawing_at_once()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "colours"));

        await page.Box("background").InputAsync("#112233");

        page.WaitForAssertion(() => Assert.Contains("--bg:rgb(17, 34, 51)", page.Find("[data-part=pass]").GetAttribute("style"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_placeholder_is_a_problem_that_leads_to_its_place()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "unknown"));
        await page.Find("[data-line=Primary-points] button").ClickAsync();

        await page.Box("value", "Primary-points").InputAsync("{{nobody}}");

        page.WaitForAssertion(() => Assert.Contains("{{nobody}} is no per-pass field", page.Find(".problems li").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("#primary", page.Find(".problems li a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(page.Button("publish").HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task A_bad_default_names_its_field_and_keeps_what_was_typed()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "default"));
        await page.Find("[data-line=own-points] button").ClickAsync();

        await page.Box("ownDefault", "own-points").InputAsync("many");

        page.WaitForAssertion(() => Assert.Contains("Points has to be a number", page.Markup, StringComparison.Ordinal));
        Assert.Equal("many", page.Box("ownDefault", "own-points").GetAttribute("value"));
    }

    [Fact]
    public async Task Publishing_says_beforehand_whom_it_reaches_and_what_phones_will_say()
    {
        var id = await DesignPages.PublishAsync(fixture.Database, _context.Services, "publish", phone: "publish-phone");
        var page = _context.Edit(id);
        await page.Find("[data-line=own-points] button").ClickAsync();
        await page.Box("ownDefault", "own-points").InputAsync("100");
        page.WaitForState(() => !page.Button("publish").HasAttribute("aria-disabled"));

        var asked = page.Button("publish").ClickAsync();
        page.WaitForElement(".confirm");

        Assert.Contains("This updates 1 pass on 1 device.", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        Assert.Equal("You now have 100 points", page.Find(".confirm [data-part=notification]").TextContent);
        await page.FindAll(".confirm button")[^1].ClickAsync();
        await asked;
        page.WaitForAssertion(() => Assert.Contains("Version 2 is published", page.Markup, StringComparison.Ordinal));
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(2, await db.Changes.CountAsync(
            change => change.DesignId == id && change.Kind == ChangeKind.Publish, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_second_of_two_people_keeps_what_they_typed()
    {
        var id = await DesignPages.CreateAsync(fixture.Database, _context.Services, "second");
        var page = _context.Edit(id);
        var other = await DesignPages.OpenAsync(_context.Services, id);
        await _context.Services.GetRequiredService<DesignStore>().SaveDraftAsync(other with { Name = "Of Bob" }, "Bob", CancellationToken.None);
        await page.Box("logoText").InputAsync("Mine");
        page.WaitForState(() => !page.Button("save").HasAttribute("aria-disabled"));

        await page.Button("save").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Bob saved or published this design in the meantime", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Mine", page.Box("logoText").GetAttribute("value"));
    }

    [Fact]
    public async Task Fields_are_added_moved_and_removed()
    {
        var page = _context.Edit(await DesignPages.CreateAsync(fixture.Database, _context.Services, "fields"));

        await ClickAsync(page, "button[aria-label='Add a field to Secondary']");
        await page.Box("value", "Secondary-field1").InputAsync("Welcome");
        page.WaitForAssertion(() => Assert.Contains("Welcome", page.Drawn("rows"), StringComparison.Ordinal));
        await ClickAsync(page, "[data-line=Secondary-field1] button[aria-label^='Move'][aria-label$='up']");
        page.WaitForAssertion(() => Assert.StartsWith("Label", page.Drawn("rows"), StringComparison.Ordinal));
        await ClickAsync(page, "[data-line=Secondary-field1] button[aria-label^='Remove']");
        page.WaitForAssertion(() => Assert.DoesNotContain("Welcome", page.Drawn("rows"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_design_that_is_not_there_leads_back_to_the_gallery()
    {
        var page = _context.Render<Portal.Designs.Editing.EditDesignPage>(parameters => parameters.Add(shown => shown.DesignId, 99_999));
        page.WaitForAssertion(() => Assert.Contains("There is no such design", page.Markup, StringComparison.Ordinal));
    }

    // Found and clicked in one go: what was typed a moment ago may be drawn in between.
    private static Task ClickAsync(IRenderedComponent<IComponent> page, string what) =>
        page.InvokeAsync(() => page.Find($"#secondary {what}").Click());
}
