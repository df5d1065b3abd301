using Portal.Data.Passes;

namespace Portal.Passes;

/// <summary>A pass to be made. Without a serial number one is invented.</summary>
public sealed record NewPass(PassValues Values, string? SerialNumber = null);
