namespace Portal.Designs;

/// <summary>Counts in words.</summary>
internal static class Words
{
    public static string Passes(int count) => count == 1 ? "1 pass" : $"{count:N0} passes";

    public static string Devices(int count) => count == 1 ? "1 device" : $"{count:N0} devices";
}
