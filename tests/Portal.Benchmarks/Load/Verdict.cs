using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Load;

/// <summary>Compares, when all is quiet, what phones show with what staff were told is saved, and looks for halves in the database.</summary>
/// <param name="Lost">Passes on phones that show another value or edition than the last one acknowledged.</param>
/// <param name="Unregistered">Passes on phones whose registration the database does not have.</param>
/// <param name="Torn">Passes without the revision of their tag, and changes of passes without a revision.</param>
/// <param name="Left">Pushes and leases that still wait.</param>
/// <param name="Compared">Passes on phones.</param>
internal sealed record Verdict(int Lost, int Unregistered, int Torn, int Left, int Compared)
{
    /// <summary>The first differences, in words.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    public bool IsClean => (Lost, Unregistered, Torn, Left) == (0, 0, 0, 0);

    public static async Task<Verdict> ReachAsync(LoadWorld world, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddPortalData(world.Options.Provider, world.Ground.ConnectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        var registered = (await db.Registrations.Where(row => row.EndedAt == null)
            .Select(row => new { row.Device!.LibraryIdentifier, row.Pass!.SerialNumber }).ToListAsync(cancellationToken))
            .Select(row => (row.LibraryIdentifier, row.SerialNumber)).ToHashSet();

        List<string> lost = [];
        var (unregistered, compared) = (0, 0);
        foreach (var phone in world.Fleet.Phones)
        {
            foreach (var pass in phone.State.Passes)
            {
                compared++;
                unregistered += registered.Contains((phone.State.DeviceLibraryIdentifier, pass.SerialNumber)) ? 0 : 1;
                var (points, edition) = (world.Ledger.Newest(pass.SerialNumber), world.Ledger.Edition);
                if (Shown.Points(pass) != points || Shown.Edition(pass) != edition)
                    lost.Add($"{phone.State.Name} shows {Shown.Points(pass)} points, edition {Shown.Edition(pass)} of pass {pass.SerialNumber}: {points} points, edition {edition} were saved");
            }
        }

        return new Verdict(lost.Count, unregistered, await TornAsync(db, cancellationToken), await LeftAsync(db, cancellationToken), compared) { Differences = [.. lost.Take(10)] };
    }

    /// <summary>How many pushes wait or are under way.</summary>
    public static async Task<int> LeftAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.PendingPushes.CountAsync(cancellationToken) + await db.PushLeases.CountAsync(cancellationToken) + await db.FanOuts.CountAsync(cancellationToken);

    private static async Task<int> TornAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Passes.CountAsync(pass => !db.PassRevisions.Any(revision => revision.PassId == pass.Id && revision.Tag == pass.Tag), cancellationToken)
        + await db.Changes.CountAsync(change => change.PassId != null && !db.PassRevisions.Any(revision => revision.ChangeId == change.Id), cancellationToken);
}
