namespace Portal.Wallet.Arrival;

/// <summary>Owns the lifetime of writing marks behind: a batch about five times a second, the last one at the end.</summary>
public sealed partial class ArrivalMarksWriter(ArrivalMarks marks, ArrivalBatches batches, TimeProvider time, ILogger<ArrivalMarksWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await marks.WaitAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken);
            await WriteAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await batches.WriteAsync(marks.Take(), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The devices' next list calls bring most of them again.
            Log.MarksLost(logger, error);
        }
        finally
        {
            marks.Written();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Marks of arrival could not be stored")]
        public static partial void MarksLost(ILogger logger, Exception error);
    }
}
