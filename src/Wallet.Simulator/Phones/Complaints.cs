using System.Globalization;

namespace Wallet.Simulator.Phones;

/// <summary>What Wallet writes to <c>/v1/log</c>, in its own words as issue threads quote them.</summary>
internal static class Complaints
{
    public static string Register(PhoneState phone, HeldPass pass, int status)
        => $"Register task (for device {phone.DeviceLibraryIdentifier}, pass type {pass.PassTypeIdentifier}, serial number {pass.SerialNumber}; "
            + $"with web service url {pass.WebServiceUrl}) encountered error: {Error(status)}";

    public static string Unregister(PhoneState phone, HeldPass pass, int status)
        => $"Unregister task (for device {phone.DeviceLibraryIdentifier}, pass type {pass.PassTypeIdentifier}, serial number {pass.SerialNumber}; "
            + $"with web service url {pass.WebServiceUrl}) encountered error: {Error(status)}";

    public static string List(PhoneState phone, HeldPass pass, string error)
        => $"Get serial #s task (for device {phone.DeviceLibraryIdentifier}, pass type {pass.PassTypeIdentifier}, "
            + $"last updated {phone.Tags.GetValueOrDefault(pass.PassTypeIdentifier, "(null)")}; with web service url {pass.WebServiceUrl}) encountered error: {error}";

    public static string Get(HeldPass pass, string error)
        => $"Get pass task (pass type {pass.PassTypeIdentifier}, serial number {pass.SerialNumber}, if-modified-since {pass.LastModified ?? "(null)"}; "
            + $"with web service url {pass.WebServiceUrl}) encountered error: {error}";

    public static string SameTag(HeldPass pass, int serials, string tag)
        => $"Web service error for {pass.PassTypeIdentifier} ({pass.WebServiceUrl}): Response to 'What changed?' request included {serials} serial numbers "
            + $"but the lastUpdated tag ({tag}) remained the same.";

    public static string Unchanged(HeldPass pass)
        => $"Web service error for {pass.PassTypeIdentifier} ({pass.WebServiceUrl}): Server requested update to serial number '{pass.SerialNumber}', but the pass was unchanged.";

    public static string Error(int status) => status == 401 ? "Authentication failure" : $"Unexpected response code {status.ToString(CultureInfo.InvariantCulture)}";

    public static string Invalid(string why) => $"Received invalid pass data (The pass cannot be read because it isn’t valid. {why})";

    /// <summary>The line with the time in front, as Wallet sends it.</summary>
    public static string Line(DateTimeOffset at, string complaint)
        => string.Create(CultureInfo.InvariantCulture, $"[{at:yyyy-MM-dd HH:mm:ss} {(at.Offset < TimeSpan.Zero ? '-' : '+')}{at.Offset:hhmm}] {complaint}");
}
