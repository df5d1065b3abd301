using System.Globalization;
using Passbook.Generator;

namespace Portal.Preview;

/// <summary>Foretells what a phone says when a pass it has is replaced by a newer one.</summary>
public static class ChangeNotices
{
    private const string NewValue = "%@";

    /// <summary>The fields whose value changed, in the order of the pass.</summary>
    /// <remarks>
    /// Wallet pairs fields by their key. A change of anything else (labels, colours, images) is shown without a word, and so
    /// is a field without a change message.
    /// </remarks>
    public static IReadOnlyList<ChangeNotice> Between(Pass before, Pass after, CultureInfo? culture = null)
    {
        var words = new WalletText(culture ?? WalletText.UsualCulture);
        var old = before.Fields.All.DistinctBy(field => field.Key, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return [.. after.Fields.All
            .Where(field => !old.TryGetValue(field.Key, out var value) || value != field.Value)
            .Select(field => new ChangeNotice(
                string.IsNullOrEmpty(field.Label) ? field.Key : field.Label,
                string.IsNullOrEmpty(field.ChangeMessage) ? null : field.ChangeMessage.Replace(NewValue, words.Show(field), StringComparison.Ordinal)))];
    }
}

/// <summary>One changed field.</summary>
/// <param name="Label">What the field is called on the pass.</param>
/// <param name="Message">What the lock screen says; null when the change is silent.</param>
public sealed record ChangeNotice(string Label, string? Message)
{
    public bool IsSilent => Message is null;
}
