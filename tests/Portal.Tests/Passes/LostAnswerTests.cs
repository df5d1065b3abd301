using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;
using Portal.Data.Activity;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Push;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Passes;

/// <summary>The database commits, and whoever asked for it never hears of it.</summary>
public abstract class LostAnswerTests : IAsyncDisposable
{
    private static readonly Author Ada = new("Ada");

    private readonly DatabaseFixture _fixture;
    private readonly LossyDatabase _lossy;
    private readonly DesignLibrary _library;
    private readonly PassChanges _changes;

    protected LostAnswerTests(DatabaseFixture fixture)
    {
        _fixture = fixture;
        _lossy = new LossyDatabase(fixture.Database);
        _library = new DesignLibrary(_lossy.Contexts);
        _changes = new PassChanges(
            _lossy.Contexts, _lossy.Writer, _library, new PushSignal(), new PortalEvents(TimeProvider.System, NullLogger<PortalEvents>.Instance), TimeProvider.System);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _library.Dispose();
        await _lossy.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_found()
    {
        var edit = Points(await IssueAsync("found"), "5");
        _lossy.LoseNextCommit(thenSilent: false);
        Assert.Equal(2, Assert.IsType<SaveOutcome.Saved>(await _changes.SaveAsync(edit, Ada, Cancelled)).Revision);
    }

    [Fact]
    public async Task A_save_of_which_nobody_knows_is_saved_once_when_it_is_asked_for_again()
    {
        var pass = await IssueAsync("again");
        var edit = await LoseAsync(Points(pass, "5"));

        Assert.Equal(2, Assert.IsType<SaveOutcome.Saved>(await _changes.SaveAsync(edit, Ada, Cancelled)).Revision);
        Assert.Equal((2, "5", false), await StoredAsync(pass));
    }

    [Fact]
    public async Task Another_value_under_the_id_of_a_save_is_never_called_saved()
    {
        var pass = await IssueAsync("other");
        var edit = await LoseAsync(Points(pass, "5"));

        Assert.Equal(new SaveOutcome.Conflict(2), await _changes.SaveAsync(Points(pass, "6") with { ChangeId = edit.ChangeId }, Ada, Cancelled));
    }

    [Fact]
    public async Task Voiding_under_the_id_of_a_save_is_never_called_done()
    {
        var pass = await IssueAsync("void");
        var edit = await LoseAsync(Points(pass, "5"));

        var voiding = new PassEdit { ChangeId = edit.ChangeId, PassId = pass.Id, ExpectedRevision = 1, Voided = true };
        Assert.Equal(new SaveOutcome.Conflict(2), await _changes.SaveAsync(voiding, Ada, Cancelled));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_before_the_commit_leaves_no_doubt()
    {
        var edit = Points(await IssueAsync("silent"), "5");
        _lossy.FallSilent();
        await Assert.ThrowsAsync<IOException>(() => _changes.SaveAsync(edit, Ada, Cancelled));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("S1")]
    public async Task A_pass_of_which_nobody_knows_is_made_once_when_it_is_asked_for_again(string? serialNumber)
    {
        var design = await DesignAsync("issue-" + (serialNumber ?? "invented"));
        var wanted = new NewPass(PassValues.Of([KeyValuePair.Create("points", "7")]), serialNumber) { ChangeId = Guid.CreateVersion7() };
        _lossy.LoseNextCommit(thenSilent: true);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _changes.IssueAsync(design.Id, wanted, Ada, Cancelled));
        _lossy.AnswerAgain();

        var pass = await _changes.IssueAsync(design.Id, wanted, Ada, Cancelled);

        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(pass.Id, (await db.Passes.SingleAsync(row => row.DesignId == design.Id, Cancelled)).Id);
    }

    [Fact]
    public async Task The_same_pass_asked_for_several_times_at_once_is_made_once()
    {
        var design = await DesignAsync("issue-once");
        var wanted = new NewPass(PassValues.Empty) { ChangeId = Guid.CreateVersion7() };

        var passes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _changes.IssueAsync(design.Id, wanted, Ada, Cancelled)));

        Assert.Single(passes.Select(pass => pass.Id).Distinct());
    }

    [Fact]
    public async Task A_publication_of_which_nobody_knows_happens_once_and_covers_no_other_draft()
    {
        var type = await PassTypeAsync("publish");
        var store = new DesignStore(_fixture.Database.Contexts, _fixture.Database.Writer, TimeProvider.System);
        var draft = (await store.OpenDraftAsync(await store.CreateAsync(StartingDesigns.All[0], "publish", type, "Ada", Cancelled), Cancelled))!;
        var click = Guid.CreateVersion7();
        _lossy.LoseNextCommit(thenSilent: true);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _changes.PublishAsync(draft, click, Ada, Cancelled));
        _lossy.AnswerAgain();

        Assert.True((await _changes.PublishAsync(draft, click, Ada, Cancelled)).IsPublished);
        Assert.False((await _changes.PublishAsync(draft with { Mark = new DraftMark(2, 1) }, click, Ada, Cancelled)).IsPublished);
        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(1, await db.Changes.CountAsync(row => row.DesignId == draft.DesignId && row.Kind == ChangeKind.Publish, Cancelled));
    }

    private static PassEdit Points(IssuedPass pass, string points) => new()
    {
        ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = 1,
        Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = points },
    };

    private async Task<PassEdit> LoseAsync(PassEdit edit)
    {
        _lossy.LoseNextCommit(thenSilent: true);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _changes.SaveAsync(edit, Ada, Cancelled));
        _lossy.AnswerAgain();
        return edit;
    }

    private async Task<(int Revision, string? Points, bool Voided)> StoredAsync(IssuedPass pass)
    {
        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var stored = await db.Passes.SingleAsync(row => row.Id == pass.Id, Cancelled);
        return (stored.Revision, PassValues.Parse(stored.Values).Fields.GetValueOrDefault("points"), stored.Voided);
    }

    private async Task<int> PassTypeAsync(string name)
    {
        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return (await db.AddPassTypeAsync("pass.test." + name)).Id;
    }

    private async Task<PassDesign> DesignAsync(string name)
    {
        await using var db = await _fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.AddPublishedDesignAsync(await db.AddPassTypeAsync("pass.test." + name));
    }

    private async Task<IssuedPass> IssueAsync(string name) =>
        await _changes.IssueAsync((await DesignAsync(name)).Id, new NewPass(PassValues.Empty), Ada, Cancelled);
}

public sealed class LostAnswersOnSqliteTests(SqliteFixture fixture) : LostAnswerTests(fixture), IClassFixture<SqliteFixture>;

public sealed class LostAnswersOnPostgresTests(PostgresFixture fixture) : LostAnswerTests(fixture), IClassFixture<PostgresFixture>;
