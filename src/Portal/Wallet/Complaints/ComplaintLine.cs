using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Activity;

namespace Portal.Wallet.Complaints;

/// <summary>What can be read from a line that a device posted.</summary>
/// <remarks>
/// Wallet writes two forms, known from what issue threads quote: a task that failed
/// (<c>Get pass task (pass type …, serial number …) encountered error: …</c>) and a breach of the protocol
/// (<c>Web service error for … (…): …</c>). Other wallets copy them. Whatever else is posted is <see cref="ComplaintKind.Other"/>.
/// </remarks>
public sealed record ComplaintLine
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly Regex FailedTask = new(
        """
        ^(\[[^\]]*\] ?)?(?<task>Register|Unregister|Get serial #s|Get pass|Personalize pass) task \((for device (?<device>[^,]+), )?pass type (?<type>[^,]+)(, serial number (?<serial>.+?))?(, (if-modified-since|last updated) [^;]*)?; with web service url [^)]*\) encountered error: (?<error>.*)
        """.Trim(), Options);

    private static readonly Regex Breach = new(@"^(\[[^\]]*\] ?)?Web service error for (?<type>[^ ]+) \([^)]*\): (?<error>.*)", Options);

    private static readonly Regex UnexpectedStatus = new("^Unexpected response code (?<status>[0-9]{3})$", Options);

    // What a breach says, with the pass it is about.
    private static readonly (ComplaintKind Kind, ComplaintTask Task, Regex Words)[] Breaches =
    [
        (ComplaintKind.Unchanged, ComplaintTask.Fetch, new("^Server requested update to serial number '(?<serial>.+)', but the pass was unchanged", Options)),
        (ComplaintKind.SentInFull, ComplaintTask.Fetch, new("^Server ignored the 'if-modified-since' header .*for serial number '(?<serial>.+)'", Options)),
        (ComplaintKind.NotRegistered, ComplaintTask.List, new("^Update requested for unregistered serial number (?<serial>.+)", Options)),
        (ComplaintKind.SameTag, ComplaintTask.List, new("^Response to 'What changed\\?' request included .*remained the same", Options)),
    ];

    private ComplaintLine()
    {
    }

    public ComplaintTask Task { get; private init; }

    public ComplaintKind Kind { get; private init; }

    public int? Status { get; private init; }

    public string? DeviceLibraryIdentifier { get; private init; }

    public string? PassTypeIdentifier { get; private init; }

    public string? SerialNumber { get; private init; }

    /// <summary>Reads a line; never fails.</summary>
    public static ComplaintLine Read(string line)
    {
        if (FailedTask.Match(line) is { Success: true } task)
            return OfTask(task);
        if (Breach.Match(line) is { Success: true } breach)
            return OfBreach(breach);
        return new ComplaintLine();
    }

    private static ComplaintLine OfTask(Match match)
    {
        var error = match.Groups["error"].Value.Trim();
        var status = UnexpectedStatus.Match(error);
        return new ComplaintLine
        {
            Task = match.Groups["task"].Value switch
            {
                "Register" => ComplaintTask.Register,
                "Unregister" => ComplaintTask.Unregister,
                "Get serial #s" => ComplaintTask.List,
                "Get pass" => ComplaintTask.Fetch,
                _ => ComplaintTask.Personalize,
            },
            Kind = error switch
            {
                "Authentication failure" => ComplaintKind.TokenRefused,
                _ when status.Success => ComplaintKind.UnexpectedStatus,
                _ when error.StartsWith("Received invalid pass data", StringComparison.Ordinal) => ComplaintKind.InvalidPass,
                _ when error.StartsWith("Server response was malformed", StringComparison.Ordinal) => ComplaintKind.Malformed,
                _ => ComplaintKind.Other,
            },
            Status = status.Success ? int.Parse(status.Groups["status"].Value, CultureInfo.InvariantCulture) : null,
            DeviceLibraryIdentifier = Text(match, "device"),
            PassTypeIdentifier = Text(match, "type"),
            SerialNumber = Text(match, "serial"),
        };
    }

    private static ComplaintLine OfBreach(Match match)
    {
        var type = Text(match, "type");
        foreach (var (kind, task, words) in Breaches)
        {
            if (words.Match(match.Groups["error"].Value) is { Success: true } found)
                return new ComplaintLine { Kind = kind, Task = task, PassTypeIdentifier = type, SerialNumber = Text(found, "serial") };
        }

        return new ComplaintLine { PassTypeIdentifier = type };
    }

    private static string? Text(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;
}
