using System.Security.Cryptography.X509Certificates;

namespace Wallet.Simulator.Phones;

/// <summary>How phones behave.</summary>
public sealed record PhoneOptions
{
    /// <summary>What a current iPhone's Wallet calls itself.</summary>
    public const string AppleUserAgent = "passd/1.0 CFNetwork/3860.200.71 Darwin/25.1.0";

    /// <summary>
    /// The portal's address as the phones reach it, in place of the web service URL in their passes;
    /// null uses what the pass says. A demo's public address may lead elsewhere than to the machine itself.
    /// </summary>
    public Uri? Portal { get; init; }

    /// <summary>The root under which passes must be signed, as Apple's is on a real phone; null takes any.</summary>
    public X509Certificate2? TrustedRoot { get; init; }

    /// <summary>The <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = AppleUserAgent;

    /// <summary>The clock of everything a phone notes and waits for.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The shortest time between a push and the phone's first call.</summary>
    public TimeSpan ShortestLatency { get; init; }

    /// <summary>The longest time between a push and the phone's first call; not below the shortest.</summary>
    public TimeSpan LongestLatency { get; init; }

    /// <summary>The time between the list and each of the downloads that follow it.</summary>
    public TimeSpan DownloadPause { get; init; }

    /// <summary>How long a phone waits after the first failed call; twice as long after each further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many phones of a fleet talk at once.</summary>
    public int Parallelism { get; init; } = 16;
}
