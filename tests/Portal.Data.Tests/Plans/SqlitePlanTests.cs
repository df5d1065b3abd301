using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Devices;
using Portal.Data.Storage;
using Portal.Testing.Databases;
using SQLitePCL;

namespace Portal.Data.Tests.Plans;

/// <summary>SQLite says what it would do with <c>EXPLAIN QUERY PLAN</c>: a step that scans begins with that word.</summary>
public sealed class SqlitePlanTests(SqliteFixture fixture) : PlanTests(fixture), IClassFixture<SqliteFixture>
{
    private static readonly string[] Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

    private protected override ServiceProvider Services() => new ServiceCollection()
        .AddPortalData(DatabaseProvider.Sqlite, Database.ConnectionString)
        .AddSingleton<SeenStatements>()
        .ConfigureDbContext<SqlitePortalDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<SeenStatements>()))
        .BuildServiceProvider();

    private protected override async Task<(int Statements, IReadOnlyList<string> Scans)> PlansAsync(ServiceProvider services, Func<Task> work)
    {
        var seen = services.GetRequiredService<SeenStatements>();
        seen.Texts.Clear();
        await work();
        var (list, findPass, findDownload, readPass) = SqliteProtocolStatements.Sql;
        string[] statements =
        [
            .. seen.Texts.Where(IsPlanned).Distinct(StringComparer.Ordinal),
            .. SqliteRegistrationSession.Texts,
            .. new[] { list, findPass, findDownload, readPass }.Select(text => string.Format(CultureInfo.InvariantCulture, text, "$1", "$2")),
        ];
        await using var connection = new SqliteConnection(Database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        List<string> scans = [];
        foreach (var statement in statements)
        {
            var plan = await ExplainAsync(connection, statement);
            if (plan.Exists(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && Grows(step.Split(' ')[1], statement)))
                scans.Add(statement + "\n" + string.Join('\n', plan));
        }

        return (statements.Length, scans);
    }

    // A step names the table as its statement does, which is mostly by one letter.
    private static bool Grows(string name, string statement) => Growing.Any(table => string.Equals(table, name, StringComparison.Ordinal)
        || Regex.IsMatch(statement, $"\"{table}\"\\s+(AS\\s+)?\"?{Regex.Escape(name)}\"?\\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static bool IsPlanned(string statement) =>
        Verbs.Any(verb => statement.TrimStart().StartsWith(verb, StringComparison.Ordinal));

    private static async Task<List<string>> ExplainAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        List<string> steps = [];
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        while (await rows.ReadAsync(Cancelled))
            steps.Add(rows.GetString(3));
        return steps;
    }

    /// <summary>Every statement of the connections that contexts open, also those that are run past EF Core.</summary>
    private sealed class SeenStatements : DbConnectionInterceptor
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Listen(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Listen(connection);
            return Task.CompletedTask;
        }

        private void Listen(DbConnection connection) =>
            raw.sqlite3_trace(((SqliteConnection)connection).Handle, (_, statement) => Texts.Enqueue(statement), null);
    }
}
