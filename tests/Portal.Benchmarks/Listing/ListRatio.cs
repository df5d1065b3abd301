using System.Runtime.CompilerServices;
using System.Text;
using Portal.Benchmarks.Processes;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Listing;

/// <summary>'Which passes changed?', answered with one serial number, against an empty Kestrel that gives the same bytes.</summary>
internal static class ListRatio
{
    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await MeasureAsync("list-sqlite", 0.4, DatabaseProvider.Sqlite, cancellationToken);
        yield return await MeasureAsync("list-postgres", 0.15, DatabaseProvider.PostgreSql, cancellationToken);
    }

    private static async Task<Ratio> MeasureAsync(string name, double goal, DatabaseProvider provider, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        var requests = await ListedDevices.CreateAsync(database, cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = PortalProcess.Start(Settings(database, folder), environment: "Production");
        using var asking = new LoadClient(await portal.Address.WaitAsync(cancellationToken), requests);
        await using var empty = await ChildProcess.StartAsync(
            nameof(EmptyServer), [Convert.ToBase64String(Encoding.Latin1.GetBytes(asking.Sample))], cancellationToken);
        using var limit = new LoadClient(new Uri(empty.Ready), requests);
        RequireSame(asking.Sample, limit.Sample);
        return await Rounds.MeasureAsync(name, goal, limit.RunAsync, asking.RunAsync);
    }

    private static Dictionary<string, string?> Settings(TestDatabase database, TemporaryFolder folder) => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["ConnectionStrings:Portal"] = database.ConnectionString,
        ["Data:Folder"] = folder.Path,
        ["Portal:PublicBaseUrl"] = "https://passes.example.com",
        ["Demo:Enabled"] = "false",
    };

    private static void RequireSame(string portal, string empty)
    {
        if (!Lines(portal).SequenceEqual(Lines(empty), StringComparer.Ordinal))
            throw new InvalidOperationException($"The two servers answer differently.\n{portal}\n{empty}");

        // Their order does not matter, nor does the second of the answer.
        static IEnumerable<string> Lines(string answer) => answer.Split("\r\n").Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
