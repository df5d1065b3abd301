using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Push;

/// <summary>The connections to APNs of one pass type under one certificate. Thread-safe, long-lived.</summary>
public sealed partial class ApnsClient : IPushLine, IDisposable
{
    // Apple allows about 1,000 streams. However far away it is, more than these under way gain nothing.
    private const int MostInFlight = 900;

    private readonly ApnsConnection[] _connections;
    private readonly PushCertificate _certificate;
    private readonly ILogger _logger;
    private int _open;

    /// <param name="endpoint">The push service.</param>
    /// <param name="topic">The pass type identifier.</param>
    /// <param name="certificate">Shown to the server; copied.</param>
    /// <param name="connections">How many HTTP/2 connections.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of silences.</param>
    public ApnsClient(ApnsEndpoint endpoint, string topic, PushCertificate certificate, int connections, TimeProvider time, ILogger logger)
    {
        Topic = topic;
        Time = time;
        BaseAddress = endpoint.BaseAddress;
        Thumbprint = certificate.Leaf.Thumbprint;
        _logger = logger;
        _certificate = new PushCertificate(new X509Certificate2(certificate.Leaf), new X509Certificate2(certificate.Intermediate));
        Reconnects = new ReconnectPacer(connections, time);
        Handlers = new ApnsHandlers(endpoint, _certificate, Reconnects);
        _open = connections;
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new ApnsConnection(this, MostInFlight / connections))];
    }

    public string Topic { get; }

    /// <summary>Of the certificate it shows.</summary>
    public string Thumbprint { get; }

    public int Capacity => _connections.Sum(connection => connection.Limit);

    internal TimeProvider Time { get; }

    internal Uri BaseAddress { get; }

    internal ApnsHandlers Handlers { get; }

    internal ReconnectPacer Reconnects { get; }

    /// <summary>Takes a place on the connection with the most room.</summary>
    public bool TryReserve([NotNullWhen(true)] out IPushSlot? slot)
    {
        var roomiest = _connections[0];
        foreach (var connection in _connections)
        {
            if (connection.Free > roomiest.Free)
                roomiest = connection;
        }

        slot = roomiest.TryReserve() ? roomiest : null;
        return slot is not null;
    }

    /// <summary>Another certificate took over: lets what is under way end, then closes.</summary>
    public void Retire()
    {
        foreach (var connection in _connections)
            connection.Retire();
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        DisposeCertificate();
    }

    /// <summary>A connection has closed after the retirement. With the last of them nobody shows the certificate any more.</summary>
    internal void Closed()
    {
        if (Interlocked.Decrement(ref _open) == 0)
            DisposeCertificate();
    }

    internal void Report(string reason, Exception silence)
    {
        if (reason is ApnsSilence.NotTrusted or ApnsSilence.HandshakeFailed)
            Log.NotSecure(_logger, Topic, reason, silence);
        else
            Log.NoAnswer(_logger, Topic, reason, silence.Message);
    }

    private void DisposeCertificate()
    {
        _certificate.Leaf.Dispose();
        _certificate.Intermediate.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "No secure connection to the push service for {Topic}: nothing is sent ({Reason})")]
        public static partial void NotSecure(ILogger logger, string topic, string reason, Exception silence);

        [LoggerMessage(Level = LogLevel.Debug, Message = "No answer from the push service for {Topic}: {Reason} ({Detail})")]
        public static partial void NoAnswer(ILogger logger, string topic, string reason, string detail);
    }
}
