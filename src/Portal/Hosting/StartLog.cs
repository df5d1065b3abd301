namespace Portal.Hosting;

/// <summary>
/// Keeps host and database from printing stack traces when the start fails, and warnings about migrations that are ours to
/// know: <see cref="PortalRun"/> says in one line what is wrong. Once the portal runs, the host logs as usual.
/// </summary>
public sealed class StartLog
{
    private static readonly string[] Categories =
    [
        "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.EntityFrameworkCore.Database.Connection",
        "Microsoft.EntityFrameworkCore.Migrations",
    ];

    private volatile bool _running;

    public static void Add(WebApplicationBuilder builder)
    {
        var log = new StartLog();
        builder.Services.AddSingleton(log);
        foreach (var category in Categories)
            builder.Logging.AddFilter(category, level => log._running && level >= LogLevel.Warning);
    }

    public static void Use(WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<StartLog>()._running = true);
}
