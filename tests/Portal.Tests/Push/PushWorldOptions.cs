using Portal.Push;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>How a test wants its <see cref="PushWorld"/>.</summary>
internal sealed record PushWorldOptions
{
    /// <summary>That have the pass of the first pass type.</summary>
    public int Devices { get; init; } = 1;

    public int BulkPerSecond { get; init; }

    public int Connections { get; init; } = 4;

    /// <summary>The portal's clock. The simulated APNs keeps to the machine's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the portal pushes to instead of the simulated APNs itself.</summary>
    public Func<SimulatedApns, ApnsEndpoint>? Endpoint { get; init; }
}
