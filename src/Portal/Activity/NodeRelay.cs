using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Hosting;

namespace Portal.Activity;

/// <summary>Hands the news of this node to the others on the same PostgreSQL database, and theirs to the pages open here.</summary>
/// <remarks>
/// NOTIFY is sent after the commit and in a transaction of its own: inside that of a save it would make all commits of the
/// server wait for each other. What is lost with a connection is made up for: pages reload when it is back, and the push
/// worker looks at its queue every five seconds in any case.
/// </remarks>
public sealed partial class NodeRelay(
    IDbContextFactory<PortalDbContext> contexts,
    PortalEvents events,
    IOptions<DatabaseOptions> database,
    TimeProvider time,
    ILogger<NodeRelay> logger) : BackgroundService
{
    private const string Channel = "portal_news";

    // PostgreSQL takes less than 8,000 bytes.
    private const int LongestPayload = 7900;

    // A peer that vanished without a word is noticed after this.
    private const int KeepAliveSeconds = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Guid _node = Guid.NewGuid();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite has one process, so nobody else.
        if (database.Value.Provider is not DatabaseProvider.PostgreSql)
            return;
        await using var ear = events.Subscribe(TellAsync);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever the driver calls a connection that was cut: what escaped from here would end the portal.
            catch (Exception problem)
            {
                Log.Lost(logger, problem.Message);
                await Task.WhenAny(Task.Delay(Pause, time, stoppingToken));
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var text = new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        connection.Notification += (_, news) => Hear(news.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        events.Miss();
        while (true)
            await connection.WaitAsync(cancellationToken);
    }

    private void Hear(string payload)
    {
        if (JsonSerializer.Deserialize<NodeNews>(payload) is not { } news || news.Node == _node)
            return;
        foreach (var each in news.Events)
            events.Publish(each with { IsFromElsewhere = true });
        if (news.Missed)
            events.Miss();
    }

    private async Task TellAsync(PortalEventBatch batch)
    {
        PortalEvent[] own = [.. batch.Events.Where(news => !news.IsFromElsewhere)];
        if (own.Length == 0)
            return;
        var payload = JsonSerializer.Serialize(new NodeNews(_node, own, Missed: false));
        if (payload.Length > LongestPayload)
            payload = JsonSerializer.Serialize(new NodeNews(_node, [], Missed: true));
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {payload})");
    }

    private sealed record NodeNews(Guid Node, IReadOnlyList<PortalEvent> Events, bool Missed);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "News of other nodes cannot be heard: {Reason}. Trying again")]
        public static partial void Lost(ILogger logger, string reason);
    }
}
