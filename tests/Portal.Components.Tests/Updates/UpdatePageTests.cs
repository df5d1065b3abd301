using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Components.Tests.Support;
using Portal.Data.Passes;
using Portal.Passes;
using Portal.Testing.Databases;
using Portal.Updates;

namespace Portal.Components.Tests.Updates;

public sealed class UpdatePageTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = PortalComponents.Over(fixture.Database);

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_was_pushed_and_did_not_ask_is_shown_with_what_that_proves()
    {
        var (pass, change) = await ChangedAsync("late", "late-phone-abc4711");
        await MarkAsync(pass, accepted: pass.Tag + 1);

        var page = _context.Render<UpdatePage>(parameters => parameters.Add(update => update.Id, change));

        page.WaitForAssertion(() => Assert.Contains("Pushed, and has not asked", page.Markup, StringComparison.Ordinal));
        Assert.Contains("which proves nothing about the phone", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Phone …4711", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("late-phone-abc4711", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Push again…", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_update_before_a_restore_the_page_says_that_it_does_not_know()
    {
        var (pass, change) = await ChangedAsync("restored", "restored-phone-0815");
        await using (var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled))
        {
            await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId)
                .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.EpochStartedAt, DateTimeOffset.UtcNow.AddMinutes(1)), Cancelled);
        }

        var page = _context.Render<UpdatePage>(parameters => parameters.Add(update => update.Id, change));

        page.WaitForAssertion(() => Assert.Contains("is not known any more", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Push again", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_asks_whether_to_push_again_the_button_keeps_the_focus_and_asks_once()
    {
        var (pass, change) = await ChangedAsync("again", "again-phone-abc0042");
        await MarkAsync(pass, accepted: pass.Tag + 1);
        var page = _context.Render(builder =>
        {
            builder.OpenComponent<MudDialogProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<UpdatePage>(1);
            builder.AddComponentParameter(2, nameof(UpdatePage.Id), change);
            builder.CloseComponent();
        });
        page.WaitForElement(".late-head button");

        var asked = page.Find(".late-head button").ClickAsync();
        page.WaitForElement(".confirm");
        // A disabled button would have lost it.
        Assert.False(page.Find(".late-head button").HasAttribute("disabled"));
        Assert.Equal("true", page.Find(".late-head button").GetAttribute("aria-disabled"));
        await page.Find(".late-head button").ClickAsync();
        Assert.Single(page.FindAll(".confirm"));

        await page.FindAll(".confirm button")[0].ClickAsync();
        await asked;
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".confirm")));
        Assert.False(page.Find(".late-head button").HasAttribute("aria-disabled"));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<(IssuedPass Pass, Guid Change)> ChangedAsync(string name, string phone)
    {
        var pass = await LoyaltyPass.IssueAsync(fixture.Database, _context.Services, name, phone);
        await BeforeNowAsync(pass);
        var edit = new PassEdit
        {
            ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = pass.Revision,
            Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = "130" },
        };
        Assert.IsType<SaveOutcome.Saved>(await _context.Services.GetRequiredService<PassChanges>().SaveAsync(edit, new Author("Ada"), Cancelled));
        return (pass, edit.ChangeId);
    }

    // The builders' rows are of a day of their own, which is yet to come.
    private async Task BeforeNowAsync(IssuedPass pass)
    {
        var before = DateTimeOffset.UtcNow.AddDays(-1);
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId).ExecuteUpdateAsync(set => set.SetProperty(clock => clock.EpochStartedAt, before), Cancelled);
        await db.Registrations.Where(row => row.PassId == pass.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, before), Cancelled);
    }

    private async Task MarkAsync(IssuedPass pass, long accepted)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        await db.PushTargets.Where(target => target.PassTypeId == pass.PassTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(target => target.AcceptedTag, accepted), Cancelled);
    }
}
