namespace Portal.Wallet.Requests;

/// <summary>A field of a device's body. Nothing else is read from one, and each has its rows in the table of bad inputs.</summary>
public sealed class DeviceField
{
    public static readonly DeviceField PushToken = new("pushToken", "push_token");

    public static readonly DeviceField PushServiceUrl = new("pushServiceUrl", "push_service_url");

    public static readonly DeviceField Logs = new("logs", "logs");

    private DeviceField(string name, string otherName) => (Name, OtherName) = (name, otherName);

    public static IReadOnlyList<DeviceField> All { get; } = [PushToken, PushServiceUrl, Logs];

    /// <summary>Its name on Apple's face.</summary>
    public string Name { get; }

    /// <summary>Its name on the original one; either is read on both.</summary>
    public string OtherName { get; }

    public override string ToString() => Name;
}
