using Portal.Hosting;

namespace Portal.Wallet.Arrival;

/// <summary>Writes marks behind: a batch about five times a second, the last one at the end. A batch that fails is kept and written again.</summary>
public sealed class ArrivalMarksWriter(ArrivalMarks marks, ArrivalBatches batches, TimeProvider time, ILogger<ArrivalMarksWriter> logger)
    : EnduringService(time, logger)
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private ArrivalBook? _unwritten;

    protected override string Trouble => "Marks of arrival could not be stored yet";

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // One that could not be written yet, and what came since.
        if (_unwritten is null || await TryAsync(WriteAsync, cancellationToken))
            await TryAsync(WriteAsync, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            await WriteAsync(stopping);
            await marks.WaitAsync(stopping);
            await Task.Delay(Gathering, Time, stopping);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        _unwritten ??= marks.Take();
        // Marks only rise, so what was stored of a book before it failed may be stored twice.
        await batches.WriteAsync(_unwritten, cancellationToken);
        _unwritten = null;
        marks.Written();
    }
}
