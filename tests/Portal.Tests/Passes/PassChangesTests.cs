using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;
using Portal.Data.Designs;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Designs;
using Portal.Passes;
using Portal.Push;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Passes;

public abstract class PassChangesTests(DatabaseFixture fixture) : IDisposable
{
    private const string BrokenOnSqlite = """CREATE TRIGGER "Broken" BEFORE INSERT ON "Passes" BEGIN SELECT RAISE(ABORT, 'broken'); END""";

    private const string BrokenOnPostgres =
        """
        CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = 'data_corrupted'; END $$;
        CREATE TRIGGER "Broken" BEFORE INSERT ON "Passes" FOR EACH ROW EXECUTE FUNCTION broken()
        """;

    private static readonly Author Ada = new("Ada");

    private readonly PortalEvents _events = new(TimeProvider.System, NullLogger<PortalEvents>.Instance);
    private readonly DesignLibrary _library = new(fixture.Database.Contexts);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PassChanges Changes => new(
        fixture.Database.Contexts, fixture.Database.Writer, _library, new PushSignal(), _events, TimeProvider.System);

    public void Dispose()
    {
        _library.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_save_commits_value_revision_tag_and_push_together()
    {
        var pass = await IssueAsync("together");
        var target = await InstallAsync(pass, "together-phone");

        var saved = Assert.IsType<SaveOutcome.Saved>(await Changes.SaveAsync(Points(pass, "120"), Ada, Cancelled));

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var stored = await db.Passes.SingleAsync(row => row.Id == pass.Id, Cancelled);
        var revision = await db.PassRevisions.Include(row => row.Change).SingleAsync(row => row.PassId == pass.Id && row.Number == 2, Cancelled);
        var push = await db.PendingPushes.SingleAsync(row => row.PushTargetId == target, Cancelled);
        Assert.Equal("120", PassValues.Parse(stored.Values).Fields["points"]);
        Assert.Equal([saved.Tag, saved.Tag, saved.Tag, saved.Tag], [stored.Tag, revision.Tag, push.Tag, revision.Change!.Tag]);
        Assert.Equal(("Points 0 → 120", 1, 1), (revision.Change.Summary, revision.Change.DeviceCount, saved.Phones.Pushed));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_writes_nothing_and_pushes_nobody()
    {
        var pass = await IssueAsync("nothing");
        var target = await InstallAsync(pass, "nothing-phone");
        await Changes.SaveAsync(Points(pass, "5"), Ada, Cancelled);
        var before = await ClockAsync(pass);
        await ForgetPushesAsync();

        Assert.IsType<SaveOutcome.Unchanged>(await Changes.SaveAsync(Points(pass, "5", revision: 2), Ada, Cancelled));

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(before, await ClockAsync(pass));
        Assert.False(await db.PendingPushes.AnyAsync(row => row.PushTargetId == target, Cancelled));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    public async Task An_edit_that_phones_would_not_see_is_kept_and_pushes_nobody(string? points)
    {
        var pass = await IssueAsync("same-" + (points ?? "design"));
        if (points is null)
        {
            await Changes.SaveAsync(Points(pass, "0"), Ada, Cancelled);
            pass.Revision++;
        }

        var target = await InstallAsync(pass, "same-phone-" + (points ?? "design"));
        var before = await ClockAsync(pass);

        var saved = Assert.IsType<SaveOutcome.Saved>(await Changes.SaveAsync(Points(pass, points, pass.Revision), Ada, Cancelled));

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var stored = await db.Passes.SingleAsync(row => row.Id == pass.Id, Cancelled);
        var revision = await db.PassRevisions.Include(row => row.Change).SingleAsync(row => row.PassId == pass.Id && row.Number == saved.Revision, Cancelled);
        Assert.True(saved.IsSameOnPhones);
        Assert.Equal(points, PassValues.Parse(stored.Values).Fields.GetValueOrDefault("points"));
        Assert.Equal((pass.Tag, pass.Tag, before), (stored.Tag, revision.Tag, await ClockAsync(pass)));
        Assert.Equal((0, 0), (revision.Change!.PassCount, revision.Change.DeviceCount));
        Assert.False(await db.PendingPushes.AnyAsync(row => row.PushTargetId == target, Cancelled));
    }

    [Fact]
    public async Task The_same_click_twice_is_answered_alike_where_phones_see_nothing()
    {
        var pass = await IssueAsync("same-twice");
        var edit = Points(pass, "0");
        Assert.Equal(await Changes.SaveAsync(edit, Ada, Cancelled), await Changes.SaveAsync(edit, Ada, Cancelled));
    }

    [Fact]
    public async Task The_second_of_two_people_is_told_and_nothing_is_overwritten()
    {
        var pass = await IssueAsync("conflict");
        await Changes.SaveAsync(Points(pass, "1"), Ada, Cancelled);
        var before = await ClockAsync(pass);

        var second = await Changes.SaveAsync(Points(pass, "2"), new Author("Bob"), Cancelled);

        Assert.Equal(new SaveOutcome.Conflict(2), second);
        Assert.Equal(before, await ClockAsync(pass));
    }

    [Fact]
    [Trait("Input", "B47")]
    public async Task The_same_click_twice_at_once_is_one_save()
    {
        var pass = await IssueAsync("twice");
        var edit = Points(pass, "9");
        var changes = Changes;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => changes.SaveAsync(edit, Ada, Cancelled)));

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Equal(2, await db.PassRevisions.CountAsync(row => row.PassId == pass.Id, Cancelled));
        Assert.Contains(outcomes, outcome => outcome is SaveOutcome.Saved);
    }

    [Fact]
    public async Task Two_edits_in_one_second_have_two_tags()
    {
        var pass = await IssueAsync("second");
        var first = (SaveOutcome.Saved)await Changes.SaveAsync(Points(pass, "1"), Ada, Cancelled);
        var second = (SaveOutcome.Saved)await Changes.SaveAsync(Points(pass, "2", revision: 2), Ada, Cancelled);
        Assert.True(second.Tag > first.Tag);
    }

    [Fact]
    [Trait("Input", "B47")]
    public async Task A_value_that_does_not_fit_is_refused_by_its_field()
    {
        var pass = await IssueAsync("invalid");
        var invalid = Assert.IsType<SaveOutcome.Invalid>(await Changes.SaveAsync(Points(pass, "many"), Ada, Cancelled));
        Assert.Equal("points", invalid.FieldId);
    }

    [Fact]
    public async Task Many_people_at_once_draw_tags_in_the_order_of_their_commits()
    {
        var passes = new List<IssuedPass>();
        var design = await DesignAsync("many");
        for (var number = 0; number < 8; number++)
            passes.Add(await Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty), Ada, Cancelled));
        var changes = Changes;

        var outcomes = await Task.WhenAll(passes.Select(pass => changes.SaveAsync(Points(pass, "7"), Ada, Cancelled)));

        var tags = outcomes.Cast<SaveOutcome.Saved>().Select(saved => saved.Tag).ToList();
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task Voiding_changes_the_pass_and_says_so()
    {
        var pass = await IssueAsync("void");
        await Changes.SaveAsync(new PassEdit { ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = 1, Voided = true }, Ada, Cancelled);

        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.True((await db.Passes.SingleAsync(row => row.Id == pass.Id, Cancelled)).Voided);
        Assert.Equal("Voided", (await db.Changes.SingleAsync(row => row.PassId == pass.Id && row.Tag > pass.Tag, Cancelled)).Summary);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    [InlineData(" a")]
    [InlineData("")]
    [Trait("Input", "B02")]
    public async Task A_serial_number_no_phone_could_ask_for_is_refused(string serial)
    {
        var design = await DesignAsync("serial-" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(serial)));
        await Assert.ThrowsAsync<PassIssueException>(() => Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty, serial), Ada, Cancelled));
    }

    [Fact]
    public async Task A_serial_number_is_used_once_in_a_pass_type()
    {
        var design = await DesignAsync("once");
        await Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty, "S1"), Ada, Cancelled);
        var taken = await Assert.ThrowsAsync<PassIssueException>(() => Changes.IssueAsync(design.Id, new NewPass(PassValues.Empty, "S1"), Ada, Cancelled));
        Assert.Equal("That serial number is taken already.", taken.Message);
    }

    [Fact]
    public async Task A_database_that_fails_is_not_called_a_serial_number_that_is_taken()
    {
        await using var database = await TestDatabase.CreateAsync(fixture.Provider, Cancelled);
        long design;
        await using (var db = await database.Contexts.CreateDbContextAsync(Cancelled))
        {
            design = (await db.AddPublishedDesignAsync(await db.AddPassTypeAsync())).Id;
            await db.Database.ExecuteSqlRawAsync(database.Provider is DatabaseProvider.Sqlite ? BrokenOnSqlite : BrokenOnPostgres, Cancelled);
        }

        using var library = new DesignLibrary(database.Contexts);
        var changes = new PassChanges(database.Contexts, database.Writer, library, new PushSignal(), _events, TimeProvider.System);
        await Assert.ThrowsAsync<DbUpdateException>(() => changes.IssueAsync(design, new NewPass(PassValues.Empty, "S1"), Ada, Cancelled));
    }

    [Fact]
    public async Task Phones_that_cannot_be_pushed_from_here_are_counted_apart()
    {
        var pass = await IssueAsync("apart");
        await InstallAsync(pass, "apart-phone");
        await InstallAsync(pass, "apart-android", PushKind.WalletPasses);
        await InstallAsync(pass, "apart-other", PushKind.WalletUnion);
        var edit = Points(pass, "1");

        var saved = Assert.IsType<SaveOutcome.Saved>(await Changes.SaveAsync(edit, Ada, Cancelled));

        Assert.Equal(new PhoneReach(Pushed: 1, NotFromHere: 2), saved.Phones);
        Assert.Equal(saved, await Changes.SaveAsync(edit, Ada, Cancelled));
    }

    private static PassEdit Points(IssuedPass pass, string? points, int revision = 1) => new()
    {
        ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = revision,
        Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = points },
    };

    private async Task<PassDesign> DesignAsync(string name)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.AddPublishedDesignAsync(await db.AddPassTypeAsync("pass.test." + name));
    }

    private async Task<IssuedPass> IssueAsync(string name) =>
        await Changes.IssueAsync((await DesignAsync(name)).Id, new NewPass(PassValues.Empty), Ada, Cancelled);

    private async Task<long> InstallAsync(IssuedPass pass, string device, PushKind kind = PushKind.Apple)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return (await db.AddRegistrationAsync(pass, device, kind)).PushTargetId!.Value;
    }

    private async Task<long> ClockAsync(IssuedPass pass)
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId).Select(clock => clock.Number).SingleAsync(Cancelled);
    }

    private async Task ForgetPushesAsync()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        await db.PendingPushes.ExecuteDeleteAsync(Cancelled);
    }
}

public sealed class PassChangesOnSqliteTests(SqliteFixture fixture) : PassChangesTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PassChangesOnPostgresTests(PostgresFixture fixture) : PassChangesTests(fixture), IClassFixture<PostgresFixture>;
