using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Data.Storage;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Plans;

/// <summary>PostgreSQL tells its client with <c>auto_explain</c> by which plan it really ran each statement.</summary>
public sealed class PostgresPlanTests(PostgresFixture fixture) : PlanTests(fixture), IClassFixture<PostgresFixture>
{
    private const string TellPlans =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c client_min_messages=log -c auto_explain.log_nested_statements=on -c auto_explain.log_analyze=on";

    private protected override ServiceProvider Services()
    {
        var told = new ToldPlans();
        var text = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Options = TellPlans, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 };
        return new ServiceCollection()
            .AddPortalData(DatabaseProvider.PostgreSql, text.ToString())
            .AddSingleton(told)
            .AddSingleton(_ => new NpgsqlDataSourceBuilder(text.ToString())
                .UseLoggerFactory(LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(told))).Build())
            .BuildServiceProvider();
    }

    private protected override async Task<(int Statements, IReadOnlyList<string> Scans)> PlansAsync(ServiceProvider services, Func<Task> work)
    {
        var told = services.GetRequiredService<ToldPlans>();
        told.Plans.Clear();
        await work();
        return (told.Plans.Count, [.. told.Plans.Where(Scans)]);
    }

    // Reading an index from end to end, without a condition, is a scan too. PendingPushes is empty but for one row. What a plan
    // holds in readiness and did not come to costs nothing.
    private static bool Scans(string plan)
    {
        var lines = plan.Split('\n');
        return lines.Where((line, at) => IsOfGrowing(line) && !line.Contains("never executed", StringComparison.Ordinal)
            && (line.Contains("Seq Scan on", StringComparison.Ordinal)
                || (line.Contains("Scan using", StringComparison.Ordinal) && !lines[at + 1].Contains("Index Cond:", StringComparison.Ordinal)))).Any();
    }

    private static bool IsOfGrowing(string line) => Growing.Except(["PendingPushes"], StringComparer.Ordinal)
        .Any(table => line.Contains($" on \"{table}\"", StringComparison.Ordinal));

    private sealed class ToldPlans : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Plans { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var message = formatter(state, exception);
            if (message.Contains(" plan:\n", StringComparison.Ordinal))
                Plans.Enqueue(message);
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
