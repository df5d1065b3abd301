using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Components.Tests.Support;
using Portal.Data.Activity;
using Portal.Designs.Editing;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Designs;

/// <summary>What the editor of a design says and does when the database falls silent.</summary>
public sealed class LostPublicationTests : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private readonly SqliteFixture _fixture;
    private readonly LossyDatabase _lossy;
    private readonly BunitContext _context;

    public LostPublicationTests(SqliteFixture fixture)
    {
        _fixture = fixture;
        _lossy = new LossyDatabase(fixture.Database);
        _context = PortalComponents.Over(fixture.Database, _lossy);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _lossy.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_whose_answer_was_lost_stays_as_typed_and_is_saved_once()
    {
        var id = await DesignPages.CreateAsync(_fixture.Database, _context.Services, "draft");
        var page = _context.Edit(id);
        await page.Box("logoText").InputAsync("Typed");
        page.WaitForState(() => !page.Button("save").HasAttribute("disabled"));
        _lossy.LoseNextCommit(thenSilent: true);

        await page.Button("save").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains(PublishWords.DraftNotSaved, page.Markup, StringComparison.Ordinal));
        Assert.Equal("Typed", page.Box("logoText").GetAttribute("value"));
        _lossy.AnswerAgain();
        await page.Button("save").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("Draft, never published", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("in the meantime", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_of_which_nobody_knows_is_called_that_and_happens_once()
    {
        var id = await DesignPages.CreateAsync(_fixture.Database, _context.Services, "publication");
        var page = _context.Edit(id);
        var asked = page.Button("publish").ClickAsync();
        page.WaitForElement(".confirm");
        _lossy.LoseNextCommit(thenSilent: true);
        await page.FindAll(".confirm button")[^1].ClickAsync();
        await asked;
        page.WaitForAssertion(() => Assert.Contains(PublishWords.Unknown, page.Markup, StringComparison.Ordinal));
        _lossy.AnswerAgain();

        await page.Button("publish").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Version 1 is published", page.Markup, StringComparison.Ordinal));
        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1, await db.Changes.CountAsync(
            change => change.DesignId == id && change.Kind == ChangeKind.Publish, Xunit.TestContext.Current.CancellationToken));
    }
}
