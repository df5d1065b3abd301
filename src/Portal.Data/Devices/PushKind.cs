namespace Portal.Data.Devices;

/// <summary>Who pushes to a device, told by the word before its token and the path it registered at.</summary>
public enum PushKind
{
    /// <summary>Apple's push notification service; the only kind pushed today.</summary>
    Apple,
    WalletPasses,
    PassWallet,
    Pass2U,
    WalletUnion,
}
