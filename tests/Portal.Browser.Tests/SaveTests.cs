using Portal.Activity;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

namespace Portal.Browser.Tests;

/// <summary>The same as with a gate, for every style of pass.</summary>
public sealed class SaveTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Theory]
    [InlineData("Gold", "Store card", "Points", "1777", "points", "1,777", "You now have 1,777 points")]
    [InlineData("Free delivery", "Coupon", "Offer", "30% off", "offer", "30% off", "Your offer is now 30% off")]
    [InlineData("Greta", "Event ticket", "Seat", "44", "seat", "44", "Your seat is now 44")]
    [InlineData("Renewal due", "Generic pass", "Status", "Renewed until May", "status", "Renewed until May", "Renewed until May")]
    public async Task A_saved_value_reaches_the_phone(string words, string design, string field, string typed, string key, string drawn, string notification)
    {
        await using var session = await demo.OpenAsOwnerAsync(chromium, Screen.Wide);
        var passes = new PassesPage(session.Page);
        await session.Page.GotoAsync("/admin/passes");
        await passes.ShowInstalledAsync();
        await passes.SearchAsync(words);
        await passes.OpenFirstAsync(design);
        var pass = new PassPage(session.Page);

        await pass.TypeAsync(field, typed);
        await pass.DrawsAsync(key, drawn);
        await pass.ForetellsAsync(notification);
        await pass.SaveAsync();
        var seen = await pass.ArrivesAsync();

        Assert.True(seen[^1] >= ArrivalStep.Fetched);
        Assert.Empty(session.Complaints);
    }
}
