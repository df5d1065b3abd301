using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Benchmarks.Processes;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>
/// A hundred thousand due pushes through queue, database and APNs client, against HttpClient alone at the same simulated APNs;
/// where it answers at once, and where it takes its time.
/// </summary>
internal static class PushRatio
{
    // Streams of each connection. At once: more made the bare loop no faster. Later: as many as the portal has under way.
    private const int AtOnce = 75;
    private const int Later = 225;

    private static readonly TimeSpan ThinkTime = TimeSpan.FromMilliseconds(50);

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (suffix, think, streams) in new[] { ("", TimeSpan.Zero, AtOnce), ("-50ms", ThinkTime, Later) })
        {
            await using var apns = await ChildProcess.StartAsync(
                nameof(ApnsServer), [think.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)], cancellationToken);
            using var service = new PushService(ApnsServer.Of(apns));
            using var bare = new BareLoop(service, streams);
            yield return await MeasureAsync("push-sqlite" + suffix, 0.6, DatabaseProvider.Sqlite, service, bare, cancellationToken);
            yield return await MeasureAsync("push-postgres" + suffix, 0.5, DatabaseProvider.PostgreSql, service, bare, cancellationToken);
        }
    }

    private static async Task<Ratio> MeasureAsync(
        string name, double goal, DatabaseProvider provider, PushService service, BareLoop bare, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = await PushingPortal.StartAsync(database, folder, service, cancellationToken);
        return await Rounds.MeasureAsync(name, goal, () => bare.RunAsync(cancellationToken), () => portal.RunAsync(cancellationToken), turns: 1);
    }
}
