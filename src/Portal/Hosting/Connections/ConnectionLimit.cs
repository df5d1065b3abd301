using System.Globalization;

namespace Portal.Hosting.Connections;

/// <summary>
/// How many connections are taken at once. A process that has no file handle left can neither open its database nor load code, and
/// does not get over the latter: so some are kept back from connections.
/// </summary>
public static class ConnectionLimit
{
    /// <summary>Handles for everything but connections to the portal. It has some 400 open when nobody is connected.</summary>
    public const int KeptBack = 640;

    private const string Limits = "/proc/self/limits";
    private const string OpenFiles = "Max open files";

    /// <summary>The limit; null where the system does not say how many handles there are, or has no limit.</summary>
    public static long? Read() =>
        File.Exists(Limits) && File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(OpenFiles, StringComparison.Ordinal)) is { } line ? Of(line) : null;

    /// <summary>What a line of the kernel's table leaves for connections.</summary>
    public static long? Of(string line) =>
        long.TryParse(line[OpenFiles.Length..].TrimStart().Split(' ')[0], CultureInfo.InvariantCulture, out var handles) ? Math.Max(1, handles - KeptBack) : null;
}
