using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>A pass type of its own with one pass on some devices, and the queue under test. Tests of a class share a database.</summary>
internal sealed class QueueWorld
{
    private QueueWorld(TestDatabase database, PassType type, IssuedPass pass, TimeProvider time)
    {
        Time = time;
        Database = database;
        Type = type;
        Pass = pass;
        Clock = new QueueClock(time);
        Claims = NewRun();
        Completions = new PushCompletions(database.Writer, Clock);
    }

    public TestDatabase Database { get; }

    public TimeProvider Time { get; }

    public QueueClock Clock { get; }

    public PassType Type { get; }

    public IssuedPass Pass { get; }

    public PushClaims Claims { get; }

    public PushCompletions Completions { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // PostgreSQL compares due times with its own clock, so a fake one starts where that is.
    public static FakeTimeProvider FakeTime() => new(TimeProvider.System.GetUtcNow());

    /// <summary>Without a clock, a fake one that stands still.</summary>
    public static async Task<QueueWorld> CreateAsync(TestDatabase database, int devices = 1, TimeProvider? time = null)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        var type = await db.AddPassTypeAsync("pass.test.push" + Guid.NewGuid().ToString("N"));
        var pass = await db.AddPassAsync(await db.AddDesignAsync(type), type.Identifier);
        var world = new QueueWorld(database, type, pass, time ?? FakeTime());
        await world.AddDevicesAsync(devices);
        return world;
    }

    /// <summary>Another run of the portal on the same database, with a boot id of its own.</summary>
    public PushClaims NewRun() => new(Database.Contexts, Database.Writer, Clock);

    public Task AddDevicesAsync(int count, PushKind kind = PushKind.Apple) => WriteAsync(async db =>
    {
        var now = Time.GetUtcNow().AddMinutes(-1);
        for (var i = 0; i < count; i++)
        {
            var token = DeviceTokens.New();
            db.Registrations.Add(new Registration
            {
                Device = new Device { LibraryIdentifier = token[..16], FirstSeenAt = now, LastSeenAt = now },
                PassId = Pass.Id,
                PassTypeId = Type.Id,
                PushTarget = new PushTarget { PassTypeId = Type.Id, Kind = kind, PushToken = token, TokenHash = token, TokenSetAt = now },
                AuthorizationWord = "ApplePass",
                CreatedAt = now,
            });
        }

        await db.SaveChangesAsync(Cancelled);
    });

    /// <summary>Saves the pass: draws a tag and queues its pushes.</summary>
    public Task<long> ChangeAsync() => Database.Writer.WriteAsync(
        async (db, token) =>
        {
            var tag = await UpdateClock.AdvanceAsync(db, Type.Id, token);
            await PushQueue.EnqueueForPassAsync(db, Pass.Id, tag.Number, Time.GetUtcNow(), token);
            return tag.Number;
        },
        Cancelled);

    /// <summary>Publishes the design: pushes at the pace of bulk work.</summary>
    public Task<long> PublishAsync() => Database.Writer.WriteAsync(
        async (db, token) =>
        {
            var tag = await UpdateClock.AdvanceAsync(db, Type.Id, token);
            await PushQueue.EnqueueForDesignAsync(db, Pass.DesignId, tag.Number, Time.GetUtcNow(), token);
            return tag.Number;
        },
        Cancelled);

    /// <summary>Publishes the design as if it reached more devices than are queued at once.</summary>
    public Task<long> PublishLargeAsync() => Database.Writer.WriteAsync(
        async (db, token) =>
        {
            var tag = await UpdateClock.AdvanceAsync(db, Type.Id, token);
            db.FanOuts.Add(new FanOut { DesignId = Pass.DesignId, Tag = tag.Number, QueuedAt = Time.GetUtcNow() });
            await db.SaveChangesAsync(token);
            return tag.Number;
        },
        Cancelled);

    public Task<IReadOnlyList<DuePush>> ClaimAsync(int count = 100) =>
        Claims.ClaimAsync(Type.Id, PushPriority.Single, count, Cancelled);

    public Task<CompletedBatch> CompleteAsync(params IEnumerable<PushCompletion> completions) =>
        Completions.ApplyAsync([.. completions], Cancelled);

    public async Task<TopicQueue?> LookAsync() =>
        (await Claims.LookAsync(Cancelled)).SingleOrDefault(queue => queue.PassTypeId == Type.Id);

    public async Task<List<PendingPush>> PendingAsync() =>
        await ReadAsync(db => db.PendingPushes.AsNoTracking().Where(push => push.PassTypeId == Type.Id).OrderBy(push => push.PushTargetId).ToListAsync(Cancelled));

    public async Task<List<PushTarget>> TargetsAsync() =>
        await ReadAsync(db => db.PushTargets.AsNoTracking().Where(target => target.PassTypeId == Type.Id).OrderBy(target => target.Id).ToListAsync(Cancelled));

    public async Task<List<Registration>> RegistrationsAsync() =>
        await ReadAsync(db => db.Registrations.AsNoTracking().Where(registration => registration.PassTypeId == Type.Id).OrderBy(registration => registration.Id).ToListAsync(Cancelled));

    public async Task<List<PushAttempt>> AttemptsAsync() =>
        await ReadAsync(db => db.PushAttempts.AsNoTracking().Where(attempt => attempt.PassTypeId == Type.Id).OrderBy(attempt => attempt.Id).ToListAsync(Cancelled));

    public async Task<PassType> TypeAsync() =>
        await ReadAsync(db => db.PassTypes.AsNoTracking().SingleAsync(type => type.Id == Type.Id, Cancelled));

    public Task WriteAsync(Func<PortalDbContext, Task> work) => Database.Writer.WriteAsync((db, _) => work(db), Cancelled);

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Database.Contexts.CreateDbContextAsync(Cancelled);
        return await read(db);
    }

    /// <summary>Gives every holder up for dead, and returns what it left unanswered.</summary>
    public async Task OutliveLeasesAsync()
    {
        await EndLeasesAsync();
        await NewRun().ReleaseDeadAsync(Cancelled);
    }

    /// <summary>Lets every lease run out.</summary>
    public Task EndLeasesAsync() => WriteAsync(db =>
    {
        var past = DateTimeOffset.UtcNow.AddMinutes(-1);
        return db.PushLeases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, past), Cancelled);
    });

    public Task<bool> IsHeldAsync(Guid leaseId) => ReadAsync(db => db.PushLeases.AnyAsync(lease => lease.Id == leaseId, Cancelled));

    /// <summary>No push is under way.</summary>
    public async Task<bool> IsIdleAsync() => !await ReadAsync(db => db.PushLeases.AnyAsync(Cancelled));

    /// <summary>Nothing waits and nothing is under way.</summary>
    public async Task<bool> IsQuietAsync() => (await PendingAsync()).Count == 0 && await IsIdleAsync();

    /// <summary>Lets every wait run out, whichever clock it is measured by.</summary>
    public Task MakeDueAsync() => WriteAsync(db =>
    {
        var past = DateTimeOffset.UtcNow.AddHours(-2);
        return db.PendingPushes.Where(push => push.PassTypeId == Type.Id).ExecuteUpdateAsync(set => set.SetProperty(push => push.DueAt, past), Cancelled);
    });

    public PushCompletion Accepted(DuePush push) => Completion(push, PushFate.Done, PushOutcome.Accepted) with { Status = 200, ApnsId = "apns-id" };

    public PushCompletion Dead(DuePush push, DateTimeOffset? since) =>
        Completion(push, PushFate.Done, PushOutcome.TokenDead) with { Status = 410, Reason = "Unregistered", DeadSince = since, DeathIsDated = true };

    public PushCompletion Retry(DuePush push, TimeSpan delay) =>
        Completion(push, PushFate.Retry, PushOutcome.Retry) with { Status = 503, Reason = "ServiceUnavailable", Delay = delay };

    public PushCompletion Completion(DuePush push, PushFate fate, PushOutcome? outcome) =>
        new() { Push = push, Fate = fate, Outcome = outcome, At = Time.GetUtcNow(), Duration = TimeSpan.FromMilliseconds(40) };
}
