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
public sealed class NodeRelay(
    IDbContextFactory<PortalDbContext> contexts,
    PortalEvents events,
    IOptions<DatabaseOptions> database,
    TimeProvider time,
    ILogger<NodeRelay> logger) : EnduringService(time, logger)
{
    private const string Channel = "portal_news";

    // PostgreSQL takes less than 8,000 bytes.
    private const int LongestPayload = 7900;

    // A peer that vanished without a word is noticed after this.
    private const int KeepAliveSeconds = 5;

    private readonly Guid _node = Guid.NewGuid();
    private PortalSubscription? _ear;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_ear is not null)
            await _ear.DisposeAsync();
    }

    protected override string Trouble => "News of other nodes cannot be heard";

    protected override async Task RunAsync(CancellationToken stopping)
    {
        // SQLite has one process, so nobody else.
        if (database.Value.Provider is not DatabaseProvider.PostgreSql)
            return;
        _ear ??= events.Subscribe(TellAsync);
        await ListenAsync(stopping);
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
}
