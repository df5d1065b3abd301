using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.Data.Storage;
using Portal.Hosting.Telemetry;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;

namespace Portal.Tests.Telemetry;

/// <summary>A save on its way to a phone, as metrics and traces tell of it: what happened, and nothing that opens a door.</summary>
public abstract class TelemetryTests(DatabaseProvider provider)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_and_its_arrival_are_measured_and_traced_without_a_secret()
    {
        Needs.PostgresFor(provider);
        // Exported while the test reads: both have to stand being read and written at once.
        var (metrics, spans) = (new SynchronizedReading<Metric>(), new SynchronizedReading<System.Diagnostics.Activity>());
        await using var portal = await PortalHost.StartAsync(
            new PortalHostOptions
            {
                Provider = provider,
                Configure = builder => builder.Services.AddOpenTelemetry()
                    .WithMetrics(meters => meters.AddPortal().AddInMemoryExporter(metrics))
                    .WithTracing(sources => sources.AddPortal().SetSampler(new AlwaysOnSampler()).AddInMemoryExporter(spans)),
            },
            Cancelled);
        var workspace = await Workspace.CreateAsync(portal);
        var pass = await workspace.IssueAsync(values: ("points", "1"));
        var phone = new WalletDevice(portal.Http, Face.Apple);
        using (var download = await portal.Http.GetAsync(new Uri($"/p/{pass.DownloadCode}.pkpass", UriKind.Relative), Cancelled))
            Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        using (var registered = await phone.RegisterAsync(pass))
            Assert.Equal(HttpStatusCode.Created, registered.StatusCode);

        await workspace.SaveAsync(pass, "points", "2");
        await Until.TrueAsync("the push is accepted", () => Task.FromResult(portal.Apns.Journal.Accepted > 0));
        Assert.NotNull(await phone.AskAsync(workspace.PassType));
        for (var fetch = 0; fetch < 2; fetch++)
        {
            using var fetched = await phone.FetchAsync(pass);
            Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        }

        await Until.TrueAsync("the fetch is marked", () => IsFetchedAsync(portal, pass));
        portal.Service<MeterProvider>().ForceFlush();
        portal.Service<TracerProvider>().ForceFlush();

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "portal.push.answers", "portal.push.duration", "portal.push.edit_to_accepted", "portal.wallet.edit_to_asked",
                "portal.wallet.edit_to_fetched", "portal.packages.signatures", "portal.packages.answers", "http.server.request.duration",
            },
            metrics.Read().Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "save pass", "sign pass", "push", "store answers", "publish design" },
            spans.Read().Select(span => span.DisplayName).ToHashSet(StringComparer.Ordinal));
        var told = string.Join('\n', metrics.Read().SelectMany(Texts).Concat(spans.Read().SelectMany(Texts)));
        Assert.Contains("/v1/passes/{passType}/{serialNumber}", told, StringComparison.Ordinal);
        foreach (var secret in new[] { phone.Id, phone.PushToken, pass.Token, pass.DownloadCode, pass.SerialNumber })
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<bool> IsFetchedAsync(PortalHost portal, TestPass pass)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Registrations.AnyAsync(row => row.PassId == pass.Id && row.FetchedTag == row.Pass!.Tag, Cancelled);
    }

    private static List<string> Texts(Metric metric)
    {
        List<string> texts = [metric.Name];
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            foreach (var tag in point.Tags)
                texts.Add($"{tag.Key}={tag.Value}");
        }

        return texts;
    }

    private static IEnumerable<string> Texts(System.Diagnostics.Activity span) =>
    [
        span.DisplayName, span.StatusDescription ?? "",
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(told => told.Tags.Select(tag => $"{tag.Key}={tag.Value}")),
    ];
}

public sealed class TelemetryOnSqliteTests() : TelemetryTests(DatabaseProvider.Sqlite);

public sealed class TelemetryOnPostgresTests() : TelemetryTests(DatabaseProvider.PostgreSql);
