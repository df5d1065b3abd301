using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Components.Tests.Support;
using Portal.Data.Passes;
using Portal.Passes;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Passes;

/// <summary>What the page of a pass says and does when the database falls silent around a save.</summary>
public sealed class LostSaveTests(SqliteFixture fixture) : LossyPageTests(fixture)
{
    private long _passId;

    [Fact]
    public async Task A_save_of_which_nobody_knows_is_called_that_until_it_is_known()
    {
        var page = await LoseAsync("unknown");

        await TypeAsync(page, "121");
        Assert.Equal(SaveWords.Unknown, page.Find(".save [role=alert]").TextContent);
        await TypeAsync(page, "150");
        await Save(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".save [role=alert]")));
        Assert.Equal(("150", false, 2), await StoredAsync());
        Assert.Equal("Saved", Assert.Single(Context.Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message);
    }

    [Fact]
    public async Task Another_value_after_a_lost_answer_is_saved_on_top_of_it()
    {
        var page = await LoseAsync("another");

        await TypeAsync(page, "160");
        await Save(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Points 150 → 160", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("meanwhile", page.Markup, StringComparison.Ordinal);
        Assert.Equal(("160", false, 3), await StoredAsync());
    }

    [Fact]
    public async Task Voiding_after_a_lost_answer_voids()
    {
        var page = await LoseAsync("voiding");

        await VoidAsync(page);

        page.WaitForAssertion(() => Assert.Contains("Make valid again", page.Markup, StringComparison.Ordinal));
        Assert.Equal(("150", true, 3), await StoredAsync());
    }

    [Fact]
    public async Task What_was_lost_and_is_typed_back_is_found_by_the_next_save()
    {
        var page = await LoseAsync("back");

        await TypeAsync(page, "120");
        Assert.Equal(SaveWords.Unknown, page.Find(".save [role=alert]").TextContent);
        await VoidAsync(page);

        page.WaitForAssertion(() => Assert.Equal("150", Box(page).GetAttribute("value")));
        Assert.Equal(("150", true, 3), await StoredAsync());
    }

    [Fact]
    public async Task A_save_that_was_certainly_not_made_is_called_that()
    {
        var page = await OpenAsync("certain");
        await TypeAsync(page, "150");
        Lossy.FallSilent();

        await Save(page).ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(SaveWords.NotSaved, page.Find(".save [role=alert]").TextContent));
        Assert.Equal("150", Box(page).GetAttribute("value"));
        Lossy.AnswerAgain();
        await Save(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Points 120 → 150", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Voiding_what_somebody_else_saved_in_between_says_that_it_was_not_voided()
    {
        var page = await OpenAsync("between");
        var asked = page.FindAll("button").Single(button => button.TextContent.Trim() == "Void").ClickAsync();
        page.WaitForElement(".confirm");
        await SaveElsewhereAsync();

        await page.FindAll(".confirm button")[^1].ClickAsync();
        await asked;

        page.WaitForAssertion(() => Assert.Equal(VoidWords.InBetween(voids: true), page.Find(".save [role=alert]").TextContent));
    }

    private static IElement Box(IRenderedComponent<IComponent> page) => page.Find("input[data-field=points]");

    private static IElement Save(IRenderedComponent<IComponent> page) => page.Find(".save .buttons button");

    // What is typed is taken a moment later, and drawn then.
    private static async Task TypeAsync(IRenderedComponent<IComponent> page, string points)
    {
        await Box(page).InputAsync(points);
        page.WaitForAssertion(() => Assert.Contains(points, page.Find("[data-part=pass]").TextContent, StringComparison.Ordinal));
    }

    private static async Task VoidAsync(IRenderedComponent<IComponent> page)
    {
        var asked = page.FindAll("button").Single(button => button.TextContent.Trim() == "Void").ClickAsync();
        page.WaitForElement(".confirm");
        await page.FindAll(".confirm button")[^1].ClickAsync();
        await asked;
    }

    // 150 is committed, and the page does not know.
    private async Task<IRenderedComponent<IComponent>> LoseAsync(string name)
    {
        var page = await OpenAsync(name);
        await TypeAsync(page, "150");
        Lossy.LoseNextCommit(thenSilent: true);
        await Save(page).ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(SaveWords.Unknown, page.Find(".save [role=alert]").TextContent));
        Assert.Equal(("150", false, 2), await StoredAsync());
        Lossy.AnswerAgain();
        return page;
    }

    private async Task<IRenderedComponent<IComponent>> OpenAsync(string name)
    {
        _passId = (await LoyaltyPass.IssueAsync(Database, Context.Services, name)).Id;
        var page = Context.Render(builder =>
        {
            builder.OpenComponent<MudDialogProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<PassPage>(1);
            builder.AddComponentParameter(2, nameof(PassPage.PassId), _passId);
            builder.CloseComponent();
        });
        page.WaitForElement("input[data-field=points]");
        return page;
    }

    private async Task SaveElsewhereAsync()
    {
        await using var db = await Database.Contexts.CreateDbContextAsync();
        await db.Passes.Where(pass => pass.Id == _passId).ExecuteUpdateAsync(set => set.SetProperty(pass => pass.Revision, 2));
    }

    private async Task<(string Points, bool Voided, int Revision)> StoredAsync()
    {
        await using var db = await Database.Contexts.CreateDbContextAsync();
        var pass = await db.Passes.SingleAsync(row => row.Id == _passId);
        return (PassValues.Parse(pass.Values).Fields["points"], pass.Voided, pass.Revision);
    }
}
