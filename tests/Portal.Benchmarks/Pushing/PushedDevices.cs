using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>Five thousand phones with a push token each, all of one design.</summary>
internal sealed class PushedDevices
{
    public const int Count = 5000;
    public const string PassType = "pass.com.example.benchmark";

    /// <summary>The team of the certificate, and of <see cref="Rows.AddPassTypeAsync"/>.</summary>
    public const string Team = "TEAM123456";

    private readonly int _passType;
    private readonly long _design;

    private PushedDevices(int passType, long design)
    {
        _passType = passType;
        _design = design;
    }

    /// <summary>The token of one of them.</summary>
    public static string Token(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static Task<PushedDevices> CreateAsync(TestDatabase database, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        async (db, token) =>
        {
            var type = await db.AddPassTypeAsync(PassType);
            var design = await db.AddDesignAsync(type);
            var pass = await db.AddPassAsync(design, "0001");
            db.Registrations.AddRange(Enumerable.Range(0, Count).Select(number => Registered(pass, number)));
            await db.SaveChangesAsync(token);
            return new PushedDevices(type.Id, design.Id);
        },
        cancellationToken);

    /// <summary>Queues a push to each of them, as the publication of a design does.</summary>
    public async Task QueueAsync(PortalWriter writer, CancellationToken cancellationToken)
    {
        var queued = await writer.WriteAsync(
            async (db, token) =>
            {
                var tag = await UpdateClock.AdvanceAsync(db, _passType, token);
                await PushQueue.EnqueueForDesignAsync(db, _design, tag.Number, DateTimeOffset.UtcNow, token);
                return await db.PendingPushes.CountAsync(token);
            },
            cancellationToken);
        if (queued != Count)
            throw new InvalidOperationException($"{queued} pushes were queued instead of {Count}.");
    }

    private static Registration Registered(IssuedPass pass, int number)
    {
        var now = DateTimeOffset.UtcNow;
        return new Registration
        {
            PassId = pass.Id,
            PassTypeId = pass.PassTypeId,
            AuthorizationWord = "ApplePass",
            CreatedAt = now,
            Device = new Device { LibraryIdentifier = number.ToString("x32", CultureInfo.InvariantCulture), FirstSeenAt = now, LastSeenAt = now },
            PushTarget = new PushTarget
            {
                PassTypeId = pass.PassTypeId, Kind = PushKind.Apple, PushToken = Token(number), TokenHash = TokenHash.Of(Token(number)), TokenSetAt = now,
            },
        };
    }
}
