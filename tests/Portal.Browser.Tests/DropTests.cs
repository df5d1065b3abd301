using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;
using Portal.Hosting;
using Portal.Testing;
using Portal.Testing.Network;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>The connection between a browser and the portal ends in the middle of a save: it was made whole or not at all, and the page says so.</summary>
[Trait("Fault", "F39")]
public sealed class DropTests(ChromiumFixture chromium)
{
    private const string Lost = "The connection was lost. Trying again…";

    [Fact]
    public async Task A_portal_killed_while_it_saves_keeps_what_was_typed_on_the_page_and_nothing_or_all_of_it_in_the_database()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.PhonesAsync();
        await using var session = await chromium.OpenAsync(portal.Address, Screen.Wide);
        await new SetUpPage(session.Page).MakeOwnerAsync(await portal.SetUpLinkAsync(), Owner.Ada);
        var (pass, address) = (new PassPage(session.Page), await FirstInstalledAsync(session));
        var before = await GateAsync(pass);

        await KilledAsync(KillPoints.SaveBeforeCommit, "C91");
        Assert.Equal(before, await GateAsync(pass));

        await KilledAsync(KillPoints.SaveAfterCommit, "C92");
        Assert.Equal("C92", await GateAsync(pass));
        await pass.IsFetchedAsync();

        async Task KilledAsync(string point, string gate)
        {
            await portal.StartAgainAsync(point);
            await session.Page.GotoAsync(address);
            await pass.IsReadyAsync();
            await pass.TypeAsync("Gate", gate);
            await pass.SaveAsync();
            await portal.DiesAsync();
            await Expect(session.Page.GetByText(Lost)).ToBeVisibleAsync();
            await session.ScreenshotAsync($"dropped-{point}");
            Assert.Equal(gate, await GateAsync(pass));
            await portal.StartAgainAsync();
            await pass.LoadAgainAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_while_nothing_gets_through_reaches_the_portal_when_the_connection_is_back()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.PhonesAsync();
        await using var session = await chromium.OpenAsync(portal.Address, Screen.Wide);
        await new SetUpPage(session.Page).MakeOwnerAsync(await portal.SetUpLinkAsync(), Owner.Ada);
        var (pass, path) = (new PassPage(session.Page), new Uri(await FirstInstalledAsync(session)).AbsolutePath);

        int port;
        await using (var network = HalfOpenProxy.Start(portal.Address.Port))
        {
            port = network.Port;
            await session.Page.GotoAsync($"http://127.0.0.1:{port}{path}");
            await pass.IsReadyAsync();
            network.Freeze();
            await pass.TypeAsync("Gate", "C93");
        }

        await Expect(session.Page.GetByText(Lost)).ToBeVisibleAsync();
        await pass.TypeAsync("Seat", "1F");
        await using var restored = HalfOpenProxy.Start(portal.Address.Port, port);

        await pass.DrawsAsync("gate", "C93");
        await pass.DrawsAsync("seat", "1F");
        await pass.SaveAsync();
        await pass.IsFetchedAsync();
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Browsers_that_vanish_as_they_save_leave_every_pass_whole()
    {
        var count = Repeats.Of(usually: 4, inFull: 200);
        await using var portal = await DemoPortal.StartAsync();
        await portal.PhonesAsync();
        await using var session = await chromium.OpenAsync(portal.Address, Screen.Wide);
        await new SetUpPage(session.Page).MakeOwnerAsync(await portal.SetUpLinkAsync(), Owner.Ada);
        var (pass, address, cookies) = (new PassPage(session.Page), await FirstInstalledAsync(session), await session.CookiesAsync());
        HashSet<string> whole = new(StringComparer.Ordinal) { await GateAsync(pass) };
        HashSet<string> seen = new(StringComparer.Ordinal);
        var torn = 0;

        for (var number = 0; number < count; number++)
        {
            var typed = $"D{number}";
            await using (var vanishing = await chromium.OpenAsync(portal.Address, Screen.Wide, cookies))
            {
                await vanishing.Page.GotoAsync(address);
                var page = new PassPage(vanishing.Page);
                await page.IsReadyAsync();
                await page.TypeAsync("Gate", typed);
                await page.SaveAsync();
            }

            whole.Add(typed);

            // A save whose browser is gone may still be on its way: then the page shows it a moment later.
            await session.Page.ReloadAsync();
            await pass.IsReadyAsync();
            await pass.IsFetchedAsync();
            var now = await pass.AgreesAsync("Gate", "gate");
            seen.Add(now);
            if (!whole.Contains(now))
                torn++;
        }

        new FaultReport(Lost: 0, torn, Duplicates: 0) { Detail = $"{count} browsers vanished, {seen.Count - 1} or more had saved" }.Hold();
    }

    private static async Task<string> FirstInstalledAsync(BrowserSession session)
    {
        await session.Page.GotoAsync("/admin/passes");
        var passes = new PassesPage(session.Page);
        await passes.IsReadyAsync();
        await passes.ShowInstalledAsync();
        await passes.SearchAsync("NL 218");
        await passes.OpenFirstAsync("Boarding pass");
        await new PassPage(session.Page).IsReadyAsync();
        return session.Page.Url;
    }

    private static Task<string> GateAsync(PassPage pass) => pass.Field("Gate").InputValueAsync();
}
