using System.Text.RegularExpressions;
using Portal.Wallet.Requests;

namespace Portal.Wallet.Complaints;

/// <summary>Masks in a line what nobody should read there: authentication tokens, push tokens, device library identifiers.</summary>
public static class ComplaintSecrets
{
    private const string Masked = "…";

    // In any case, as the protocol takes its words and paths.
    private static readonly Regex Secrets = new(
        $"(?<before>({string.Join('|', PassAuthorization.Words)}) +)[^ ,;)\\]\"']+"
        + "|(?<before>for device )[^ ,;)]+"
        + "|(?<before>(device|library identifier)[^0-9a-z]{1,4})[0-9a-z_-]{12,}"
        + "|(?<before>/devices/)[^/ ,;)]+"
        + "|[0-9a-f]{64,}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The line without its secrets.</summary>
    public static string Mask(string line) => Secrets.Replace(line, found => found.Groups["before"].Value + Masked);
}
