namespace Portal.Activity;

/// <summary>What there are millions of in a large workspace.</summary>
/// <param name="Passes">Passes that were not deleted.</param>
/// <param name="InstalledPasses">Those on a phone.</param>
/// <param name="Devices">Phones with a pass.</param>
public sealed record Population(int Passes, int InstalledPasses, int Devices);
