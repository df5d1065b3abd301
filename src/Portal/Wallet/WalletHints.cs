namespace Portal.Wallet;

/// <summary>Remembers what calls tell about a mistake in passes that are out there already.</summary>
public sealed partial class WalletHints(TimeProvider time, ILogger<WalletHints> logger)
{
    private readonly Lock _lock = new();

    /// <summary>When somebody last called <c>/v1/v1/...</c>: a pass has a web service URL that ends in <c>/v1</c>.</summary>
    public DateTimeOffset? DoubledVersionAt { get; private set; }

    public void SawDoubledVersion()
    {
        lock (_lock)
        {
            if (DoubledVersionAt is null)
                Log.DoubledVersion(logger);
            DoubledVersionAt = time.GetUtcNow();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A device calls /v1/v1/...: the webServiceURL of its pass ends in /v1, but phones add that themselves")]
        public static partial void DoubledVersion(ILogger logger);
    }
}
