using System.Net;
using System.Text.RegularExpressions;
using Passbook.Generator;

namespace Portal.Designs;

/// <summary>Rules for the texts of a design: placeholders, links, lengths.</summary>
internal static partial class TextRules
{
    private const int LongestText = 20_000;
    private const int LongestTogether = 200_000;

    private static readonly string[] LinkSchemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel"];

    public static IEnumerable<DesignProblem> Find(DesignDocument document)
    {
        var texts = TemplateText.Of(document).ToList();
        var problems = texts.SelectMany(text => Find(document, text).Select(message => Error(document, text.Path, message)));
        return texts.Sum(text => (long)text.Text.Length) > LongestTogether
            ? problems.Append(Error(document, "$", $"The texts have more than {LongestTogether:N0} characters together; a phone fetches all of them with every change."))
            : problems;
    }

    private static DesignProblem Error(DesignDocument document, string path, string message) =>
        new(path, PlaceName.Of(document, path), ProblemSeverity.Error, message);

    private static IEnumerable<string> Find(DesignDocument document, TemplateText text)
    {
        if (text.Text.Length > LongestText)
            yield return $"The text has more than {LongestText:N0} characters.";
        foreach (var part in Placeholders.Split(text.Text))
        {
            if (part.Kind is TextPartKind.Broken)
                yield return $"'{Short(part.Text)}' is no placeholder. Write {{{{field}}}} with the id of a per-pass field.";
            else if (part.Kind is TextPartKind.Field && part.Text != Placeholders.SerialNumber && document.FindField(part.Text) is null)
                yield return $"{Placeholders.For(Short(part.Text))} is no per-pass field of this design.";
        }

        if (!text.IsMarkup)
            yield break;
        foreach (var address in Links().Matches(text.Text).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value).Trim()))
        {
            // A placeholder at the front could become any scheme.
            if (!LinkSchemes.Any(scheme => address.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase)))
                yield return $"The link '{Short(address)}' has to begin with https:, http:, mailto: or tel:.";
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    [GeneratedRegex("""href\s*=\s*("(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s>"']+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}
