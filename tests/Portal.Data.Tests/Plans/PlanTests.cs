using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Activity;
using Portal.Data.Activity;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Portal.Updates;

namespace Portal.Data.Tests.Plans;

/// <summary>
/// What phones ask all day long, and what a save does to them, as the database plans it: by seeks in an index, never by
/// reading a table that grows with the number of passes or phones.
/// </summary>
public abstract class PlanTests(DatabaseFixture fixture)
{
    /// <summary>The tables that grow with passes, phones and pushes.</summary>
    private protected static readonly string[] Growing = ["Devices", "Registrations", "PushTargets", "Passes", "PendingPushes", "PushAttempts"];

    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected TestDatabase Database => fixture.Database;

    [Fact]
    public async Task Lists_passes_and_registrations_seek_and_never_scan()
    {
        var pass = await FillAsync();
        await using var services = Services();
        var (statements, registrations) = (services.GetRequiredService<ProtocolStatements>(), services.GetRequiredService<DeviceRegistrations>());
        await CheckAsync(services, async () =>
        {
            // New, again, and with another token.
            await registrations.RegisterAsync(Request(pass, "aa"), Cancelled);
            await registrations.RegisterAsync(Request(pass, "aa"), Cancelled);
            await registrations.RegisterAsync(Request(pass, "bb"), Cancelled);
            Assert.NotNull(await statements.ListAsync("a phone", "pass.test.plans", Cancelled));
            Assert.NotNull(await statements.FindPassAsync("pass.test.plans", pass.SerialNumber, Cancelled));
            Assert.NotNull(await statements.FindDownloadAsync(pass.DownloadCode, Cancelled));
            await statements.ReadPassAsync(pass.Id, Cancelled);
            Assert.NotNull(await registrations.EndAsync(pass.PassTypeId, pass.Id, "a phone", Cancelled));
        });
    }

    [Fact]
    public async Task A_save_queues_claims_and_completes_its_pushes_by_seeks()
    {
        var pass = await FillAsync();
        await using var services = Services();
        await services.GetRequiredService<DeviceRegistrations>().RegisterAsync(Request(pass, "aa"), Cancelled);
        var (writer, clock) = (services.GetRequiredService<PortalWriter>(), new QueueClock(TimeProvider.System));
        var claims = new PushClaims(services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), writer, clock);
        await CheckAsync(services, async () =>
        {
            await writer.WriteAsync((db, token) => PushQueue.EnqueueForPassAsync(db, pass.Id, 2, DateTimeOffset.UtcNow.AddSeconds(-1), token), Cancelled);
            Assert.Single(await claims.LookAsync(Cancelled));
            var push = Assert.Single(await claims.ClaimAsync(pass.PassTypeId, PushPriority.Single, 1, Cancelled));
            await new PushCompletions(writer, clock).ApplyAsync(
                [new PushCompletion { Push = push, Fate = PushFate.Done, Outcome = PushOutcome.Accepted, At = DateTimeOffset.UtcNow, Status = 200 }], Cancelled);
        });
    }

    [Fact]
    public async Task Marks_of_arrival_are_written_by_seeks()
    {
        var pass = await FillAsync();
        await using var services = Services();
        await services.GetRequiredService<DeviceRegistrations>().RegisterAsync(Request(pass, "aa"), Cancelled);
        var marks = services.GetRequiredService<ArrivalMarkStatements>();
        await CheckAsync(services, async () =>
        {
            var holder = Assert.Single(await marks.HoldersAsync([pass.Id], Cancelled));
            RegistrationMark mark = new(holder.RegistrationId, pass.Id, holder.DeviceId) { ListedTag = 2, ListedAt = Now, FetchedTag = 2, FetchedAt = Now };
            await marks.DelaysAsync([mark], Cancelled);
            await marks.MarkAsync([mark], Cancelled);
            await marks.MeetAsync([new DeviceContact(holder.DeviceId, "phone", Now)], Cancelled);
            await marks.FetchedBySomebodyAsync([new PassMark(pass.Id, 2, Now)], Cancelled);
            await marks.HandOutAsync([new PassMark(pass.Id, 2, Now)], Cancelled);
        });
    }

    [Fact]
    public async Task The_log_of_pushes_is_filtered_by_seeks()
    {
        var pass = await FillAsync();
        await using var services = Services();
        await services.GetRequiredService<DeviceRegistrations>().RegisterAsync(Request(pass, "aa"), Cancelled);
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancelled);
        await db.AddAttemptsAsync();
        await AnalyzeAsync(db);
        var device = await db.Devices.Where(device => device.LibraryIdentifier == "a phone").Select(device => device.Id).SingleAsync(Cancelled);
        var newest = await db.PushAttempts.MaxAsync(attempt => attempt.Id, Cancelled);
        PushLogFilter[] filters =
        [
            new() { PassId = pass.Id }, new() { DeviceId = device }, new() { Outcome = PushOutcome.Retry },
            new() { PassId = pass.Id, Outcome = PushOutcome.Accepted }, new() { DeviceId = device, Outcome = PushOutcome.Retry },
        ];
        await CheckAsync(services, async () =>
        {
            foreach (var filter in filters)
            {
                Assert.NotEmpty(await filter.Of(db, before: null).Take(101).ToListAsync(Cancelled));
                Assert.All(await filter.Of(db, before: newest).Take(101).ToListAsync(Cancelled), attempt => Assert.True(attempt.Id < newest));
            }
        });
    }

    [Fact]
    public async Task Who_has_a_change_of_one_pass_is_found_by_seeks()
    {
        var pass = await FillAsync();
        await using var services = Services();
        await services.GetRequiredService<DeviceRegistrations>().RegisterAsync(Request(pass, "aa"), Cancelled);
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(Cancelled);
        var change = new Change
        {
            Id = Guid.CreateVersion7(), Kind = ChangeKind.Edit, At = DateTimeOffset.UtcNow, Who = "Ada", Summary = "Gate", PassTypeId = pass.PassTypeId,
            DesignId = pass.DesignId, PassId = pass.Id, Tag = 9, PassCount = 1, DeviceCount = 1,
        };
        db.Changes.Add(change);
        await db.SaveChangesAsync(Cancelled);
        await AnalyzeAsync(db);
        var (arrivals, updates) = (new Arrivals(contexts, Counting.New()), new UpdateQueries(contexts, Counting.New(), TimeProvider.System));
        await CheckAsync(services, async () =>
        {
            Assert.Equal(1, (await arrivals.OfChangesAsync([change.Id], Cancelled))[change.Id].Total);
            Assert.Equal(1, (await arrivals.OfPassesAsync([pass.Id], Cancelled))[pass.Id].Total);
            Assert.Equal(1, (await arrivals.OfHistoryAsync(pass.Id, [change.Id], Cancelled))[change.Id].Total);
            Assert.Single(await new ChangeLog(contexts).OfPassAsync(pass.Id, pass.DesignId, 30, Cancelled));
            var update = await updates.FindAsync(change.Id, Cancelled);
            Assert.NotNull(update);
            Assert.Single(await updates.LateAsync(update, LateReason.Queued, 0, 50, Cancelled));
            foreach (var progress in Enum.GetValues<UpdateProgress>())
                await updates.ListAsync(new UpdateFilter(null, progress, UpdateSource.Any), 0, 25, Cancelled);
        });
    }

    /// <summary>Storage that remembers the plan of every statement.</summary>
    private protected abstract ServiceProvider Services();

    /// <summary>Runs the work and returns its statements that read a growing table from end to end, with their plans.</summary>
    private protected abstract Task<(int Statements, IReadOnlyList<string> Scans)> PlansAsync(ServiceProvider services, Func<Task> work);

    private async Task CheckAsync(ServiceProvider services, Func<Task> work)
    {
        var (statements, scans) = await PlansAsync(services, work);
        Assert.True(statements > 3, $"Only {statements} statements were seen.");
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    // PostgreSQL plans by the number of rows: so many that reading them all would be slower. SQLite has no statistics here.
    private async Task<IssuedPass> FillAsync()
    {
        await using var db = await Database.Contexts.CreateDbContextAsync(Cancelled);
        if (await db.Passes.SingleOrDefaultAsync(pass => pass.SerialNumber == "the-one", Cancelled) is { } filled)
            return filled;
        var type = await db.AddPassTypeAsync("pass.test.plans");
        var design = await db.AddDesignAsync(type);
        var pass = await db.AddPassAsync(design, "the-one", tag: 1);
        await db.AddInstalledPassesAsync(design, first: 1, count: db.Database.IsSqlite() ? 1000 : 100_000);
        await AnalyzeAsync(db);
        return pass;
    }

    private static async Task AnalyzeAsync(PortalDbContext db)
    {
        if (!db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancelled);
    }

    private static RegistrationRequest Request(IssuedPass pass, string token) => new()
    {
        DeviceLibraryIdentifier = "a phone", PassId = pass.Id, PassTypeId = pass.PassTypeId, Kind = PushKind.Apple,
        AuthorizationWord = "ApplePass", PushToken = token,
    };
}
