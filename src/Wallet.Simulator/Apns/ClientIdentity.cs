namespace Wallet.Simulator.Apns;

/// <summary>What the client's certificate says: the one topic it may push to, or why it may push to none.</summary>
internal sealed record ClientIdentity(string? Topic, ApnsAnswer? Refusal);
