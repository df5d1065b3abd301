using System.Runtime.CompilerServices;
using System.Text;
using Portal.Benchmarks.Processes;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Listing;

/// <summary>
/// 'Which passes changed?', answered with one serial number, against an empty Kestrel that gives the same bytes; with a thousand
/// registrations and with a million, between which nothing much may change.
/// </summary>
internal static class ListRatio
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var ratio in MeasureAsync("list-sqlite", DatabaseProvider.Sqlite, goal: 0.55, flat: 0.67, cancellationToken))
            yield return ratio;
        await foreach (var ratio in MeasureAsync("list-postgres", DatabaseProvider.PostgreSql, goal: 0.30, flat: 0.50, cancellationToken))
            yield return ratio;
    }

    private static async IAsyncEnumerable<Ratio> MeasureAsync(
        string name, DatabaseProvider provider, double goal, double flat, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var few = await MeasureAsync($"{name}-{Few}", goal, provider, Few, againstSelect: false, cancellationToken);
        var many = await MeasureAsync(name, goal, provider, Many, againstSelect: false, cancellationToken);
        yield return few;
        yield return many;
        yield return new Ratio($"{name}-flat", many.Value / few.Value, flat);
        if (provider is DatabaseProvider.PostgreSql)
            yield return await MeasureAsync($"{name}-select1", 1, provider, Many, againstSelect: true, cancellationToken);
    }

    private static async Task<Ratio> MeasureAsync(
        string name, double goal, DatabaseProvider provider, int count, bool againstSelect, CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateDurableAsync(provider, cancellationToken);
        var requests = await ListedDevices.CreateAsync(database, count, cancellationToken);
        using var folder = TemporaryFolder.Create();
        await using var portal = PortalProcess.Start(Settings(database, folder), environment: "Production");
        using var asking = new LoadClient(await portal.Address.WaitAsync(cancellationToken), requests);
        var answer = folder.File("answer");
        await File.WriteAllTextAsync(answer, asking.Sample, Encoding.Latin1, cancellationToken);
        await using var server = await ChildProcess.StartAsync(
            nameof(EmptyServer), againstSelect ? [answer, database.ConnectionString] : [answer], cancellationToken);
        using var limit = new LoadClient(new Uri(server.Ready), requests);
        RequireSame(asking.Sample, limit.Sample);
        return await Rounds.MeasureAsync(name, goal, limit.RunAsync, asking.RunAsync);
    }

    /// <summary>Configuration of a portal on this database.</summary>
    public static Dictionary<string, string?> Settings(TestDatabase database, TemporaryFolder folder) => new(StringComparer.Ordinal)
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
