using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Hosting;

/// <summary>Writes the clock mark when it changed, at most every five seconds, and once more on the way out.</summary>
public sealed class ClockMarkWriter(
    ClockMark mark,
    IDbContextFactory<PortalDbContext> contexts,
    IOptions<DatabaseOptions> database,
    TimeProvider time,
    ILogger<ClockMarkWriter> logger) : EnduringService(time, logger)
{
    private ClockMark.Marks? _written;

    // A full disk or an unreachable database says so elsewhere too; the mark is written when they are back.
    protected override string Trouble => "The clock mark could not be written";

    protected override TimeSpan Pause => TimeSpan.FromSeconds(5);

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
        await TryAsync(WriteAsync, cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, Time);
        do
            await WriteAsync(stopping);
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
