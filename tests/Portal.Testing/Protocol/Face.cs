namespace Portal.Testing.Protocol;

/// <summary>One of the two faces of the Wallet protocol: where it stands and how it spells its JSON.</summary>
public sealed record Face(string Name, string Prefix, string PushToken, string LastUpdated, string SerialNumbers)
{
    /// <summary>What every iPhone speaks.</summary>
    public static Face Apple { get; } = new("Apple", "/v1", "pushToken", "lastUpdated", "serialNumbers");

    /// <summary>The unversioned one of the original project.</summary>
    public static Face Original { get; } = new("Original", "", "push_token", "last_updated", "serial_numbers");

    public static IReadOnlyList<Face> Both { get; } = [Apple, Original];

    public string Log => $"{Prefix}/log";

    public string Pass(string passType, string serial) => $"{Prefix}/passes/{Escape(passType)}/{Escape(serial)}";

    public string Registrations(string device, string passType) => $"{Prefix}/devices/{Escape(device)}/registrations/{Escape(passType)}";

    public string Registration(string device, string passType, string serial) => $"{Registrations(device, passType)}/{Escape(serial)}";

    public override string ToString() => Name;

    private static string Escape(string segment) => Uri.EscapeDataString(segment);
}
