using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Load;

/// <summary>Waits until nothing is on its way any more: no push waits, no phone has anything left to do.</summary>
internal static class Quiet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    // A push that was accepted wakes its phone a moment later.
    private const int LooksInARow = 4;

    /// <returns>How long it took; null when it did not come to that.</returns>
    public static async Task<TimeSpan?> ReachAsync(LoadWorld world, CancellationToken cancellationToken)
    {
        var began = DateTimeOffset.UtcNow;
        await using var services = new ServiceCollection().AddPortalData(world.Options.Provider, world.Ground.ConnectionString).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        for (var quiet = 0; DateTimeOffset.UtcNow - began < Patience; await Task.Delay(Look, cancellationToken))
        {
            foreach (var phone in world.Fleet.Phones.Where(phone => phone.HasWork))
                world.Fleet.Wake(phone);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            quiet = world.Fleet.Busy == 0 && await Verdict.LeftAsync(db, cancellationToken) == 0 ? quiet + 1 : 0;
            if (quiet == LooksInARow)
                return DateTimeOffset.UtcNow - began;
        }

        return null;
    }
}
