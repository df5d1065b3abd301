using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Hosting;

/// <summary>Writes the clock mark when it changed, at most every five seconds, and once more on the way out.</summary>
public sealed partial class ClockMarkWriter(
    ClockMark mark,
    IDbContextFactory<PortalDbContext> contexts,
    IOptions<DatabaseOptions> database,
    TimeProvider time,
    ILogger<ClockMarkWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private ClockMark.Marks? _written;

    /// <summary>Reads the clocks and writes the mark when they moved.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var clocks = await db.UpdateClocks.AsNoTracking().ToListAsync(cancellationToken);
        var marks = ClockMark.Marks.Of(database.Value.Provider, clocks);
        if (marks.Equals(_written))
            return;
        mark.Write(marks);
        _written = marks;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await TryWriteAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Told to stop: StopAsync writes the last mark.
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A full disk or an unreachable database says so elsewhere too; the mark is written when they are back.
            Log.NotWritten(logger, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The clock mark could not be written")]
        public static partial void NotWritten(ILogger logger, Exception error);
    }
}
