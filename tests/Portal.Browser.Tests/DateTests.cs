using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>The browser's own date box: only there a date can be begun and not complete.</summary>
public sealed class DateTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Fact]
    public async Task A_date_that_is_not_complete_is_neither_taken_for_none_nor_wiped()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var (page, pass) = (session.Page, await OpenAsync(session.Page));
        var departure = pass.Field("Departure");
        var before = await departure.InputValueAsync();
        var problem = page.GetByText("Departure is not complete");

        await departure.FocusAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Expect(problem).ToBeVisibleAsync();
        await Expect(pass.SaveButton).ToBeDisabledAsync();

        // Only the part that was taken away: the others have to stand there still.
        var another = AnotherDayOrMonth(before);
        await page.Keyboard.TypeAsync(another);
        await Expect(departure).ToHaveValueAsync(new Regex($"^2.*-{another}.*{Regex.Escape(before[10..])}$"));
        await Expect(problem).ToHaveCountAsync(0);
        await Expect(pass.SaveButton).ToBeEnabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Empty: Departure" }).ClickAsync();
        await Expect(page.GetByText("Emptied, the pass follows the design")).ToBeVisibleAsync();
        await departure.FocusAsync();
        await page.Keyboard.TypeAsync(another);
        await pass.Field("Gate").FocusAsync();
        await Expect(problem).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(departure).ToHaveValueAsync(before);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task The_time_zone_is_chosen_below_its_box_on_a_phone_too()
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Phone);
        var (page, pass) = (session.Page, await OpenAsync(session.Page));

        await pass.Field("Departure: time zone").ClickAsync();
        var choice = page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Tokyo") });
        await Expect(choice).ToBeVisibleAsync();
        var box = await page.GetByRole(AriaRole.Listbox).BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.X, 0, Screen.Phone.Width - box.Width);

        await choice.ClickAsync();
        await Expect(pass.Field("Departure: time zone")).ToHaveValueAsync(new Regex("^UTC[+]09:00 Tokyo"));
        await Expect(pass.SaveButton).ToBeEnabledAsync();
    }

    // Whichever of the two the browser writes first, it is changed: the demo's departures move with the calendar.
    private static string AnotherDayOrMonth(string date) =>
        ((string[])["12", "11", "10"]).First(number => !date[5..10].Contains(number, StringComparison.Ordinal));

    private static async Task<PassPage> OpenAsync(IPage page)
    {
        var passes = new PassesPage(page);
        await page.GotoAsync("/admin/passes");
        await passes.IsReadyAsync();
        await passes.SearchAsync("NL 650");
        await passes.OpenFirstAsync("Boarding pass");
        var pass = new PassPage(page);
        await Expect(pass.Field("Departure")).ToBeVisibleAsync();
        return pass;
    }
}
