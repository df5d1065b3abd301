using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Activity;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Activity;

public sealed class NodeRelayTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_on_one_node_is_news_on_another_and_not_again_at_home()
    {
        await using var here = await Node.StartAsync(fixture.Database);
        await using var there = await Node.StartAsync(fixture.Database);

        here.Events.Publish(new PortalEvent(PortalEventKind.PassChanged, PassId: 7));

        await Until.TrueAsync("the other node hears it", () => there.Heard.Any(news => news is { PassId: 7, IsFromElsewhere: true }));
        there.Events.Publish(new PortalEvent(PortalEventKind.PassFetched, PassId: 8));
        await Until.TrueAsync("the answer comes back", () => here.Heard.Any(news => news.PassId == 8));
        Assert.Single(here.Heard, news => news.PassId == 7);
    }

    [Fact]
    [Trait("Fault", "F34")]
    public async Task A_lost_connection_is_opened_again_and_pages_are_told_that_they_missed_something()
    {
        await using var here = await Node.StartAsync(fixture.Database);
        await using var there = await Node.StartAsync(fixture.Database);
        await Until.TrueAsync("both listen", () => there.Missed > 0 && here.Missed > 0);
        var missed = there.Missed;

        await using (var connection = new NpgsqlConnection(fixture.Database.ConnectionString))
        {
            await connection.OpenAsync(Cancelled);
            await using var kill = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()", connection);
            await kill.ExecuteNonQueryAsync(Cancelled);
        }

        await Until.TrueAsync("it listens again", () => there.Missed > missed);
        here.Events.Publish(new PortalEvent(PortalEventKind.PassChanged, PassId: 9));
        await Until.TrueAsync("it hears again", () => there.Heard.Any(news => news.PassId == 9));
    }

    [Fact]
    public async Task More_news_than_a_notification_holds_makes_the_others_look_again()
    {
        await using var here = await Node.StartAsync(fixture.Database);
        await using var there = await Node.StartAsync(fixture.Database);
        await Until.TrueAsync("both listen", () => there.Missed > 0 && here.Missed > 0);
        var missed = there.Missed;

        for (var pass = 0; pass < 250; pass++)
            here.Events.Publish(new PortalEvent(PortalEventKind.PassFetched, PassId: 1_000_000_000L + pass, DesignId: 1_000_000_000L, DeviceId: 1_000_000_000L));

        await Until.TrueAsync("it looks again", () => there.Missed > missed);
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly NodeRelay _relay;
        private readonly PortalSubscription _page;
        private int _missed;

        private Node(TestDatabase database)
        {
            var options = Options.Create(new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = database.ConnectionString });
            _relay = new NodeRelay(database.Contexts, Events, options, TimeProvider.System, NullLogger<NodeRelay>.Instance);
            _page = Events.Subscribe(batch =>
            {
                foreach (var news in batch.Events)
                    Heard.Enqueue(news);
                _missed += batch.Missed ? 1 : 0;
                return Task.CompletedTask;
            });
        }

        public PortalEvents Events { get; } = new(TimeProvider.System, NullLogger<PortalEvents>.Instance);

        public ConcurrentQueue<PortalEvent> Heard { get; } = [];

        public int Missed => Volatile.Read(ref _missed);

        public static async Task<Node> StartAsync(TestDatabase database)
        {
            var node = new Node(database);
            await node._relay.StartAsync(Cancelled);
            await Until.TrueAsync("it listens", () => node.Missed > 0);
            return node;
        }

        public async ValueTask DisposeAsync()
        {
            await _relay.StopAsync(CancellationToken.None);
            _relay.Dispose();
            await _page.DisposeAsync();
        }
    }
}
