using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Passes;
using Portal.Push;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Passes;

public abstract class PassQueriesTests(DatabaseFixture fixture) : IDisposable
{
    private readonly DesignLibrary _library = new(fixture.Database.Contexts);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PassChanges Changes => new(
        fixture.Database.Contexts, fixture.Database.Writer, _library, new PushSignal(),
        new PortalEvents(TimeProvider.System, NullLogger<PortalEvents>.Instance), TimeProvider.System);

    public void Dispose()
    {
        _library.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_others_saved_since_is_told_in_its_order_with_their_names()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.AddPublishedDesignAsync(await db.AddPassTypeAsync("pass.test.since"));
        var pass = await Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty), new Author("Ada"), Cancelled);
        await SaveAsync(pass, 1, "1", "Ada");
        await SaveAsync(pass, 2, "2", "Anna");
        await SaveAsync(pass, 3, "3", "Bob");
        var queries = new PassQueries(fixture.Database.Contexts, Counting.New(), TimeProvider.System);

        var saves = await queries.SavedBetweenAsync(pass.Id, after: 2, upTo: 4, Cancelled);

        Assert.Equal([("Anna", "2"), ("Bob", "3")], saves.Select(save => (save.Who, save.Values.Fields["points"])));
        Assert.Equal("Anna", Assert.Single(await queries.SavedBetweenAsync(pass.Id, after: 2, upTo: 3, Cancelled)).Who);
        Assert.Empty(await queries.SavedBetweenAsync(pass.Id, after: 4, upTo: 4, Cancelled));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; DROP TABLE \"Passes\";--")]
    [InlineData("(a+)+$")]
    [InlineData("🎫")]
    [InlineData("a\0b")]
    [Trait("Input", "B27")]
    public async Task What_is_searched_is_taken_as_it_stands(string words)
    {
        var design = await IssueAsync("plain");
        var queries = new PassQueries(fixture.Database.Contexts, Counting.New(), TimeProvider.System);

        Assert.Equal(1, (await queries.ListAsync(new PassFilter("SERIAL", design), page: 0, size: 10, Cancelled)).Count);
        Assert.Equal(0, (await queries.ListAsync(new PassFilter(words, design), page: 0, size: 10, Cancelled)).Count);
        Assert.Equal(0, (await queries.ListAsync(new PassFilter(new string('x', 10_000) + words, design), page: 0, size: 10, Cancelled)).Count);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(0, 1_000_000_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, -5)]
    [Trait("Input", "B26")]
    public async Task A_page_that_cannot_be_is_brought_to_one_that_can(int page, int size)
    {
        await IssueAsync("paged");
        var found = await new PassQueries(fixture.Database.Contexts, Counting.New(), TimeProvider.System).ListAsync(new PassFilter(), page, size, Cancelled);

        Assert.True(found.Count > 0);
        Assert.InRange(found.Rows.Count, 0, PassQueries.LargestPage);
    }

    private async Task<long> IssueAsync(string name)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.AddPublishedDesignAsync(await db.AddPassTypeAsync($"pass.test.{name}{Guid.NewGuid():N}"));
        await Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty, "SERIAL-1"), new Author("Ada"), Cancelled);
        return design.Id;
    }

    private async Task SaveAsync(IssuedPass pass, int revision, string points, string who) =>
        Assert.IsType<SaveOutcome.Saved>(await Changes.SaveAsync(
            new PassEdit
            {
                ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = revision,
                Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = points },
            },
            new Author(who),
            Cancelled));
}

public sealed class PassQueriesOnSqliteTests(SqliteFixture fixture) : PassQueriesTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PassQueriesOnPostgresTests(PostgresFixture fixture) : PassQueriesTests(fixture), IClassFixture<PostgresFixture>;
