namespace Portal.Testing.Builders;

/// <summary>A pass that was issued, with what a wallet needs to ask for it.</summary>
public sealed record TestPass(long Id, long DesignId, string PassType, string SerialNumber, string Token, string DownloadCode);
