using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Activity;
using Portal.Data.Activity;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Portal.Updates;

namespace Portal.Tests.Updates;

/// <summary>A saved change of one pass, and phones that have come more or less far with it.</summary>
internal sealed class UpdatesWorld(TestDatabase database, IssuedPass pass, Change change)
{
    public const long Tag = 5;

    public static readonly DateTimeOffset ChangedAt = new(2027, 1, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Twenty minutes after the change.</summary>
    public FakeTimeProvider Time { get; } = new(ChangedAt.AddMinutes(20));

    public UpdateQueries Queries => new(database.Contexts, Counting.New(), Time);

    public PushAgain PushAgain => new(
        database.Contexts, database.Writer, new PushSignal(), new PortalEvents(Time, NullLogger<PortalEvents>.Instance), Time, NullLogger<PushAgain>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<UpdatesWorld> CreateAsync(TestDatabase database)
    {
        var name = Guid.NewGuid().ToString("N");
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        var type = await db.AddPassTypeAsync("pass.test." + name);
        await db.UpdateClocks.Where(clock => clock.PassTypeId == type.Id).ExecuteUpdateAsync(set => set.SetProperty(clock => clock.Number, Tag), Cancelled);
        var pass = await db.AddPassAsync(await db.AddDesignAsync(type), name, Tag);
        var change = new Change
        {
            Id = Guid.CreateVersion7(), Kind = ChangeKind.Edit, At = ChangedAt, Who = "Ada", Summary = "Gate " + name, PassTypeId = type.Id,
            DesignId = pass.DesignId, PassId = pass.Id, Tag = Tag, PassCount = 1, DeviceCount = 8,
        };
        db.Changes.Add(change);
        await db.SaveChangesAsync(Cancelled);
        return new UpdatesWorld(database, pass, change);
    }

    /// <summary>How the change stands.</summary>
    public async Task<Update> UpdateAsync() => await Queries.FindAsync(change.Id, Cancelled) ?? throw new InvalidOperationException("The change is gone.");

    /// <summary>A phone that had the pass before the change.</summary>
    public async Task<long> AddPhoneAsync(string name, Action<Registration> set)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        var registration = await db.AddRegistrationAsync(pass, $"{name}-{pass.SerialNumber}");
        set(registration);
        await db.SaveChangesAsync(Cancelled);
        return registration.PushTargetId ?? 0;
    }

    /// <summary>A push of the change that was refused.</summary>
    public PendingPush Refused(string word) => new()
    {
        PassTypeId = pass.PassTypeId, Tag = Tag, QueuedAt = ChangedAt, DueAt = ChangedAt, ExpiresAt = ChangedAt.AddDays(1), ParkedReason = word,
    };

    /// <summary>The targets whose push waits.</summary>
    public async Task<IReadOnlyList<long>> WaitingAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PendingPushes.Where(push => push.PassTypeId == pass.PassTypeId).OrderBy(push => push.PushTargetId).Select(push => push.PushTargetId).ToListAsync(Cancelled);
    }

    /// <summary>What was queued has gone out.</summary>
    public async Task EmptyQueueAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        await db.PendingPushes.Where(push => push.PassTypeId == pass.PassTypeId).ExecuteDeleteAsync(Cancelled);
    }

    public async Task RestoreAsync()
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        await db.UpdateClocks.Where(clock => clock.PassTypeId == pass.PassTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.EpochStartedAt, ChangedAt.AddMinutes(1)), Cancelled);
    }
}
