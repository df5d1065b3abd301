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

    [Fact]
    public async Task The_table_follows_a_change_from_queued_to_settled_without_a_reload()
    {
        var pass = await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "live", "live-phone-4711");
        var page = _context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Equal("queued", Step(page)));

        await MarkAsync(row => row.SetProperty(registration => registration.ListedTag, pass.Tag), PortalEventKind.DeviceListed);
        page.WaitForAssertion(() => Assert.Equal("asked", Step(page)), TimeSpan.FromSeconds(5));

        await MarkAsync(row => row.SetProperty(registration => registration.FetchedTag, pass.Tag), PortalEventKind.PassFetched);
        page.WaitForAssertion(() => Assert.Equal("fetched", Step(page)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Without_devices_the_page_says_what_to_do()
    {
        using var context = PortalComponents.Over(fixture.Database);
        context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/admin/devices?q=nobody");
        var page = context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Contains("No device has a pass like ‘nobody’", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_library_identifier_is_masked()
    {
        await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, "masked", "0123456789abcdef");
        var page = _context.Render<DevicesPage>();
        page.WaitForAssertion(() => Assert.Contains("•••• cdef", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("0123456789abcdef", page.Find("table").TextContent.Replace("Phone 0123456789abcdef", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string Step(IRenderedComponent<DevicesPage> page) =>
        page.FindAll("tr").Single(row => row.TextContent.Contains("4711", StringComparison.Ordinal)).QuerySelector(".step")!.TextContent;

    private async Task MarkAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Data.Devices.Registration>> mark, PortalEventKind news)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync();
        await db.Registrations.Where(row => row.Device!.LibraryIdentifier == "live-phone-4711").ExecuteUpdateAsync(mark);
        _context.Services.GetRequiredService<PortalEvents>().Publish(new PortalEvent(news));
    }
}
