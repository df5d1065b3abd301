using System.Text.RegularExpressions;

namespace Portal.Wallet.Complaints;

/// <summary>Masks in a line what nobody should read there: authentication tokens, push tokens, device library identifiers.</summary>
public static class ComplaintSecrets
{
    private const string Masked = "…";

    private static readonly Regex Secrets = new(
        "(?<before>(Apple|Android)Pass +)[^ ,;)\\]\"']+"
        + "|(?<before>for device )[^ ,;)]+"
        + "|(?<before>(?i:device|library identifier)[^0-9A-Za-z]{1,4})[0-9A-Za-z_-]{12,}"
        + "|(?<before>/devices/)[^/ ,;)]+"
        + "|[0-9A-Fa-f]{64,}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>The line without its secrets.</summary>
    public static string Mask(string line) => Secrets.Replace(line, found => found.Groups["before"].Value + Masked);
}
