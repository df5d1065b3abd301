using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Components.Tests.Support;
using Portal.Data.Activity;
using Portal.Designs.Editing;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Designs;

/// <summary>What the editor of a design says and does when the database falls silent.</summary>
public sealed class LostPublicationTests(SqliteFixture fixture) : LossyPageTests(fixture)
{
    [Fact]
    public async Task A_draft_whose_answer_was_lost_stays_as_typed_and_is_saved_once()
    {
        var id = await DesignPages.CreateAsync(Database, Context.Services, "draft");
        var page = Context.Edit(id);
        await page.Box("logoText").InputAsync("Typed");
        page.WaitForState(() => !page.Button("save").HasAttribute("aria-disabled"));
        Lossy.LoseNextCommit(thenSilent: true);

        await page.Button("save").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains(PublishWords.DraftNotSaved, page.Markup, StringComparison.Ordinal));
        Assert.Equal("Typed", page.Box("logoText").GetAttribute("value"));
        Lossy.AnswerAgain();
        await page.Button("save").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Draft, never published", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("in the meantime", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_of_which_nobody_knows_is_called_that_and_happens_once()
    {
        var id = await DesignPages.CreateAsync(Database, Context.Services, "publication");
        var page = Context.Edit(id);
        var asked = page.Button("publish").ClickAsync();
        page.WaitForElement(".confirm");
        Lossy.LoseNextCommit(thenSilent: true);
        await page.FindAll(".confirm button")[^1].ClickAsync();
        await asked;
        page.WaitForAssertion(() => Assert.Contains(PublishWords.Unknown, page.Markup, StringComparison.Ordinal));
        Lossy.AnswerAgain();

        await page.Button("publish").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Version 1 is published", page.Markup, StringComparison.Ordinal));
        await using var db = await Database.Contexts.CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1, await db.Changes.CountAsync(
            change => change.DesignId == id && change.Kind == ChangeKind.Publish, Xunit.TestContext.Current.CancellationToken));
    }
}
