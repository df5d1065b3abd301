using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Activity;
using Portal.Components.Tests.Support;
using Portal.Devices;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Devices;

public sealed class DevicesPageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_follows_a_change_from_queued_to_settled_without_a_reload()
    {
        var pass = await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "live", "live-phone-4711");
        var page = _context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Equal("queued", Step(page)));

        await MarkAsync(row => row.SetProperty(registration => registration.ListedTag, pass.Tag), PortalEventKind.DeviceListed);
        page.WaitForAssertion(() => Assert.Equal("asked", Step(page)));

        await MarkAsync(row => row.SetProperty(registration => registration.FetchedTag, pass.Tag), PortalEventKind.PassFetched);
        page.WaitForAssertion(() => Assert.Equal("fetched", Step(page)));
    }

    [Fact]
    public void Without_devices_the_page_says_what_to_do()
    {
        using var context = PortalComponents.Over(fixture.Database);
        context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/admin/devices?q=nobody");
        var page = context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Contains("No device has a name or a pass like ‘nobody’", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_library_identifier_is_masked()
    {
        await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "masked", "0123456789abcdef");
        var page = _context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Contains("Phone …cdef", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("0123456789abcdef", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_has_a_name_and_shows_what_is_known_of_it()
    {
        await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "known", "fedcba9876541357");
        await using (var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled))
        {
            await db.Devices.Where(device => device.LibraryIdentifier == "fedcba9876541357")
                .ExecuteUpdateAsync(set => set.SetProperty(device => device.UserAgent, "passd/1.0 CFNetwork/3860.200.71 Darwin/25.1.0"), Cancelled);
        }

        var page = _context.Render<DevicesPage>();

        page.WaitForAssertion(() => Assert.Equal("Apple Wallet", Row(page, "1357").QuerySelector("td:first-child .list-quiet")?.TextContent));
        Assert.Equal("1 pass", Row(page, "1357").QuerySelector(".count")?.TextContent);
        Assert.StartsWith("2027-01-01T12:00:00", Row(page, "1357").QuerySelector("[data-label='First seen'] time")?.GetAttribute("datetime"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_that_was_given_back_is_counted_apart()
    {
        await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "back", "0a0a0a0a0a0a2468");
        await using (var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled))
        {
            var row = await db.Registrations.Include(row => row.Device).SingleAsync(row => row.Device!.LibraryIdentifier == "0a0a0a0a0a0a2468", Cancelled);
            var other = await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "back-too");
            db.Registrations.Add(new Data.Devices.Registration
            {
                DeviceId = row.DeviceId, PassId = other.Id, PassTypeId = other.PassTypeId, AuthorizationWord = "ApplePass",
                CreatedAt = row.CreatedAt, EndedAt = row.CreatedAt, EndedReason = Data.Devices.RegistrationEnd.Removed,
            });
            await db.SaveChangesAsync(Cancelled);
        }

        var page = _context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Equal("1 pass, 1 removed", Row(page, "2468").QuerySelector(".count")?.TextContent));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<DevicesPage> page, string end) =>
        page.FindAll("tr").Single(row => row.TextContent.Contains("Phone …" + end, StringComparison.Ordinal));

    private static string Step(IRenderedComponent<DevicesPage> page) => Row(page, "4711").QuerySelector(".step")!.TextContent;

    private async Task MarkAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Data.Devices.Registration>> mark, PortalEventKind news)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync();
        await db.Registrations.Where(row => row.Device!.LibraryIdentifier == "live-phone-4711").ExecuteUpdateAsync(mark);
        _context.Services.GetRequiredService<PortalEvents>().Publish(new PortalEvent(news));
    }
}
