using Portal.Activity;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests;

/// <summary>What a newcomer does on the first day, from the line on the console to a phone that has the new gate.</summary>
public sealed class StoryTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task A_newcomer_makes_an_account_and_sees_a_saved_gate_reach_a_phone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var session = await chromium.OpenAsync(portal.Address, Screen.Wide);
        var (setUp, signIn, staff) = (new SetUpPage(session.Page), new SignInPage(session.Page), new StaffPage(session.Page));
        var link = await portal.SetUpLinkAsync();

        await setUp.MakeOwnerAsync(link, Owner.Ada);
        await staff.SignOutAsync();
        await signIn.IsShownAsync();
        await setUp.OpenAsync(link);
        await staff.ShowsAsync("This link does not work any more");

        await session.Page.GotoAsync("/admin");
        await signIn.SignInAsync(Owner.Ada with { Password = "ten red bottles on a wall" });
        await signIn.RefusesAsync();
        await signIn.SignInAsync(Owner.Ada);
        await staff.ShowsAsync("Dashboard");

        await staff.GoToAsync("Passes");
        var passes = new PassesPage(session.Page);
        await passes.ShowInstalledAsync();
        await passes.SearchAsync("NL 218");
        await passes.OpenFirstAsync("Boarding pass");
        var pass = new PassPage(session.Page);
        await pass.TypeAsync("Gate", "C7");
        await pass.DrawsAsync("gate", "C7");
        await pass.ForetellsAsync("Gate changed to C7");
        await session.ScreenshotAsync("story-before-saving");

        await pass.SaveAsync();
        var seen = await pass.ArrivesAsync();

        await session.ScreenshotAsync("story-fetched");
        Assert.Equal(seen.Order(), seen);
        Assert.Contains(seen, step => step is ArrivalStep.Queued or ArrivalStep.Accepted);
        Assert.Contains(ArrivalStep.Asked, seen);
        Assert.Empty(session.Complaints);
    }
}
