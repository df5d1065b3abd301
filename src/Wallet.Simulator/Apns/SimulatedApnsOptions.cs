using System.Security.Cryptography.X509Certificates;

namespace Wallet.Simulator.Apns;

/// <summary>How a <see cref="SimulatedApns"/> is set up.</summary>
public sealed record SimulatedApnsOptions
{
    /// <summary>Authorities (roots and intermediates) whose client certificates are accepted; none accepts those of anybody.</summary>
    public IReadOnlyCollection<X509Certificate2> TrustedAuthorities { get; init; } = [];

    /// <summary>The clock of think times, time stamps and of a client certificate's validity.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many requests a connection may have open, as told to the client; Apple says 1,000 at present.</summary>
    public int MaxConcurrentStreams { get; init; } = 1000;

    /// <summary>How many recent pushes the journal keeps whole.</summary>
    public int RecentPushes { get; init; } = 1000;
}
