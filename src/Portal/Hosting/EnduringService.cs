namespace Portal.Hosting;

/// <summary>
/// Work beside the requests that outlives its failures: it is begun again after a pause. What escapes from a plain background
/// service ends the portal, and a database may be away at any moment.
/// </summary>
public abstract partial class EnduringService(TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>The clock it waits by.</summary>
    protected TimeProvider Time => time;

    /// <summary>What did not work, as the beginning of a sentence: <c>The push log could not be shortened</c>.</summary>
    protected abstract string Trouble { get; }

    /// <summary>How long it waits after a failure.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <summary>Works until <paramref name="stopping"/>, or until there is nothing left to do. May be begun again after it failed.</summary>
    protected abstract Task RunAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryAsync(RunAsync, stoppingToken) && !stoppingToken.IsCancellationRequested)
            await Task.WhenAny(Task.Delay(Pause, time, stoppingToken));
    }

    /// <summary>Runs the work once and logs its failure. False when it failed or was told to stop.</summary>
    protected async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            return true;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            // A database that is away is no fault of this program: its stack trace would say nothing, once a second.
            Log.Failed(logger, Trouble, error.Message, DatabaseTrouble.Is(error) ? null : error);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Trouble}; trying again. {Reason}")]
        public static partial void Failed(ILogger logger, string trouble, string reason, Exception? error);
    }
}
