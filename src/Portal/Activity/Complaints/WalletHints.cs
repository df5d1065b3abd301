namespace Portal.Activity.Complaints;

/// <summary>Remembers what calls tell about a mistake in passes that are out there already.</summary>
/// <remarks>In memory, and each node its own: such a phone calls again, and can post no complaint.</remarks>
public sealed partial class WalletHints(TimeProvider time, PortalEvents events, ILogger<WalletHints> logger)
{
    // Anybody can call: open pages look again once in this time.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset? _doubledVersionAt;
    private DateTimeOffset? _toldAt;

    /// <summary>When somebody last called <c>/v1/v1/...</c>: a pass has a web service URL that ends in <c>/v1</c>.</summary>
    public DateTimeOffset? DoubledVersionAt
    {
        get
        {
            lock (_lock)
                return _doubledVersionAt;
        }
    }

    public void SawDoubledVersion()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_doubledVersionAt is null)
                Log.DoubledVersion(logger);
            _doubledVersionAt = now;
            // A clock that was set back tells at once.
            if (_toldAt is { } told && now >= told && now < told + Rest)
                return;
            _toldAt = now;
        }

        events.Publish(new PortalEvent(PortalEventKind.DeviceComplained));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A device calls /v1/v1/...: the webServiceURL of its pass ends in /v1, but phones add that themselves")]
        public static partial void DoubledVersion(ILogger logger);
    }
}
