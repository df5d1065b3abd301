using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Components.Tests.Support;
using Portal.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Passes;

public sealed class NewPassPageTests(SqliteFixture fixture) : LossyPageTests(fixture)
{
    private long _designId;

    [Fact]
    [Trait("Fault", "F12")]
    public async Task A_locked_database_is_told_and_what_was_typed_stays()
    {
        var page = await OpenAsync("locked");
        await TypeAsync(page, "42");
        await using (var other = new SqliteConnection(Database.ConnectionString + ";Pooling=False"))
        {
            await other.OpenAsync(Xunit.TestContext.Current.CancellationToken);
            await using var locks = other.CreateCommand();
            locks.CommandText = "BEGIN IMMEDIATE";
            await locks.ExecuteNonQueryAsync(Xunit.TestContext.Current.CancellationToken);

            await Issue(page).ClickAsync();
            page.WaitForAssertion(() => Assert.Equal(IssueWords.NotIssued, page.Find(".problem[role=alert]").TextContent));
        }

        Assert.Equal("42", Points(page).GetAttribute("value"));
        await Issue(page).ClickAsync();
        page.WaitForState(IsGone);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_pass_of_which_nobody_knows_is_made_once_when_it_is_issued_again()
    {
        var page = await OpenAsync("unknown");
        await TypeAsync(page, "42");
        Lossy.LoseNextCommit(thenSilent: true);
        await Issue(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(IssueWords.Unknown, page.Find(".problem[role=alert]").TextContent));
        Lossy.AnswerAgain();

        await Issue(page).ClickAsync();

        page.WaitForState(IsGone);
        Assert.Equal(1, await CountAsync());
    }

    private static IElement Points(IRenderedComponent<IComponent> page) => page.Find("input[data-field=points]");

    // What is typed is taken a moment later, and drawn then.
    private static async Task TypeAsync(IRenderedComponent<IComponent> page, string points)
    {
        await Points(page).InputAsync(points);
        page.WaitForAssertion(() => Assert.Contains(points, page.Find("[data-part=pass]").TextContent, StringComparison.Ordinal));
    }

    private static IElement Issue(IRenderedComponent<IComponent> page) => page.Find(".buttons button");

    private bool IsGone() => Context.Services.GetRequiredService<NavigationManager>().Uri.Contains("admin/passes/", StringComparison.Ordinal)
        && !Context.Services.GetRequiredService<NavigationManager>().Uri.Contains("/new", StringComparison.Ordinal);

    private async Task<IRenderedComponent<IComponent>> OpenAsync(string name)
    {
        await using (var db = await Database.Contexts.CreateDbContextAsync())
            _designId = (await db.AddPublishedDesignAsync(await db.AddPassTypeAsync("pass.test." + name))).Id;
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"admin/passes/new?design={_designId}");
        var page = Context.Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<NewPassPage>(1);
            builder.CloseComponent();
        });
        page.WaitForElement("input[data-field=points]");
        return page;
    }

    private async Task<int> CountAsync()
    {
        await using var db = await Database.Contexts.CreateDbContextAsync();
        return await db.Passes.CountAsync(pass => pass.DesignId == _designId);
    }
}
