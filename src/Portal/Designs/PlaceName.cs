using System.Globalization;
using System.Text.RegularExpressions;
using Passbook.Generator;

namespace Portal.Designs;

/// <summary>Says a JSON path of a design in a person's words.</summary>
internal static partial class PlaceName
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["headerFields"] = "Header",
        ["primaryFields"] = "Primary",
        ["secondaryFields"] = "Secondary",
        ["auxiliaryFields"] = "Auxiliary",
        ["backFields"] = "Back",
        ["additionalInfoFields"] = "Details",
        ["footerFields"] = "Footer",
        ["posterGeneric"] = "Poster",
        ["preferredStyleSchemes"] = "Look",
        ["semantics"] = "What it is about",
        ["featuredActions"] = "Card under the pass",
        ["upcomingPassInformation"] = "Event to come",
        ["relevantDates"] = "Lock screen dates",
        ["expirationDate"] = "Expiry date",
        ["nfc"] = "Contactless",
        ["groupingIdentifier"] = "Group",
        ["appLaunchURL"] = "App link",
        ["barcodes"] = "Barcode",
        ["locations"] = "Place",
        ["beacons"] = "Beacon",
        ["logoText"] = "Logo text",
        ["organizationName"] = "Organisation",
        ["description"] = "Description",
        ["backgroundColor"] = "Background colour",
        ["foregroundColor"] = "Text colour",
        ["labelColor"] = "Label colour",
        ["holderField"] = "Holder",
        ["relevantDateField"] = "Lock screen date",
        ["expiryField"] = "Expiry date",
        ["changeMessage"] = "notification",
        ["attributedValue"] = "linked text",
        ["altText"] = "text below",
    };

    /// <summary>'Primary field 1 (Points), notification'; the file's slot for an image.</summary>
    public static string Of(DesignDocument document, string path)
    {
        if (!path.StartsWith('$'))
            return ImageSlot.Of(document.Pass.Style).FirstOrDefault(slot => path.StartsWith(slot.Name, StringComparison.OrdinalIgnoreCase))?.Title
                ?? (path.Length == 0 ? "Pass" : path);
        if (InSection().Match(path) is { Success: true } inSection)
            return OfSection(document, inSection);
        if (InFields().Match(path) is { Success: true } inFields)
            return $"Per-pass field {Name(document.Fields, Index(inFields), field => field.Name)}";
        var parts = path.Split('.', '[').Skip(1).ToArray();
        return parts.Length == 0 ? "Pass" : string.Join(", ", parts.Where(part => !part.EndsWith(']')).Select(Word));
    }

    private static string OfSection(DesignDocument document, Match match)
    {
        var section = match.Groups["section"].Value;
        var fields = TemplateText.Sections(document.Pass.Fields).FirstOrDefault(known => known.Key == section).Fields;
        var name = Name(fields, Index(match), field => string.IsNullOrEmpty(field.Label) ? field.Key : field.Label);
        return match.Groups["part"].Value is { Length: > 0 } part
            ? $"{Word(section)} field {name}, {Word(part)}"
            : $"{Word(section)} field {name}";
    }

    private static string Name<T>(ValueList<T> items, int index, Func<T, string> name) =>
        index < items.Count && name(items[index]) is { Length: > 0 } text
            ? string.Create(CultureInfo.CurrentCulture, $"{index + 1} ({text})")
            : (index + 1).ToString(CultureInfo.CurrentCulture);

    private static int Index(Match match) => int.Parse(match.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Word(string key) => Words.GetValueOrDefault(key, key);

    [GeneratedRegex(@"^\$\.[a-zA-Z]+\.(?<section>[a-zA-Z]+Fields)\[(?<index>\d{1,4})\](\.(?<part>\w+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InSection();

    [GeneratedRegex(@"^\$\.fields\[(?<index>\d{1,4})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InFields();
}
