using System.Globalization;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>Foretells what a phone says when a pass it has is replaced by a newer one.</summary>
public static class ChangeNotices
{
    private const string NewValue = "%@";

    /// <summary>The fields whose value changed, in the order of the pass, then those that are no longer on it.</summary>
    /// <remarks>
    /// Wallet pairs fields by their key. A change of anything else (labels, colours, images) is shown without a word, and so
    /// is a field without a change message, and one that goes.
    /// </remarks>
    public static IReadOnlyList<ChangeNotice> Between(Pass before, Pass after, CultureInfo? culture = null)
    {
        var words = new WalletText(culture ?? WalletText.UsualCulture);
        var old = ByKey(before);
        var now = ByKey(after);
        return
        [
            .. after.Fields.All
                .Where(field => !old.TryGetValue(field.Key, out var was) || was.Value != field.Value)
                .Select(field => new ChangeNotice(NameOf(field), MessageOf(field)?.Replace(NewValue, words.Show(field), StringComparison.Ordinal))),
            .. old.Values.Where(field => !now.ContainsKey(field.Key))
                .Select(field => new ChangeNotice(NameOf(field), Message: null) { LosesMessage = MessageOf(field) is not null }),
        ];
    }

    private static Dictionary<string, PassField> ByKey(Pass pass) => pass.Fields.All.DistinctBy(field => field.Key, StringComparer.Ordinal)
        .ToDictionary(field => field.Key, StringComparer.Ordinal);

    private static string NameOf(PassField field) => string.IsNullOrEmpty(field.Label) ? field.Key : field.Label;

    private static string? MessageOf(PassField field) => string.IsNullOrEmpty(field.ChangeMessage) ? null : field.ChangeMessage;
}

/// <summary>One changed field.</summary>
/// <param name="Label">What the field is called on the pass.</param>
/// <param name="Message">What the lock screen says; null when the change is silent.</param>
public sealed record ChangeNotice(string Label, string? Message)
{
    public bool IsSilent => Message is null;

    /// <summary>Whether the field has a change message that nobody gets to see, because it goes from the pass with its value.</summary>
    public bool LosesMessage { get; init; }
}
