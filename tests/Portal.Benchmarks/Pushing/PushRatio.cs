using System.Runtime.CompilerServices;
using Portal.Benchmarks.Processes;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>Due pushes through queue, database and APNs client, against HttpClient alone at the same simulated APNs.</summary>
internal static class PushRatio
{
    private const double Goal = 0.3;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), [], cancellationToken);
        using var service = new PushService(ApnsServer.Of(apns));
        using var bare = new BareLoop(service);
        yield return await MeasureAsync("push-sqlite", DatabaseProvider.Sqlite, service, bare, cancellationToken);
        yield return await MeasureAsync("push-postgres", DatabaseProvider.PostgreSql, service, bare, cancellationToken);
    }

    private static async Task<Ratio> MeasureAsync(
        string name, DatabaseProvider provider, PushService service, BareLoop bare, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = await PushingPortal.StartAsync(database, folder, service, cancellationToken);
        return await Rounds.MeasureAsync(name, Goal, () => bare.RunAsync(cancellationToken), () => portal.RunAsync(cancellationToken));
    }
}
