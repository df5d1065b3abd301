namespace Passbook.Generator;

/// <summary>Rules about the texts of a field: links, and lengths that do not fit.</summary>
internal static class FieldTextRules
{
    public static void Check(in FieldPlace place, ProblemList problems)
    {
        var field = place.Field;
        if (field.AttributedValue is { } markup)
            CheckMarkup(place, markup, problems);
        if (field.ChangeMessage?.Length > TextLength.Notification)
            TextLength.Warn($"{place.Path}.changeMessage", field.ChangeMessage.Length, TextLength.Notification, problems);
        if (!place.IsOnFront)
            return;
        if (field.Label?.Length > TextLength.Label)
            TextLength.Warn($"{place.Path}.label", field.Label.Length, TextLength.Label, problems);
        var most = place.Group == FieldWalk.Header ? TextLength.HeaderValue : TextLength.Value;
        if (field.Value.Text is { } text && text.Length > most)
            TextLength.Warn($"{place.Path}.value", text.Length, most, problems);
    }

    private static void CheckMarkup(in FieldPlace place, string markup, ProblemList problems)
    {
        if (place.Group == FieldWalk.AdditionalInfo)
            problems.Warning($"{place.Path}.attributedValue", PassProblemCode.AttributedValueLiteral, "iPhones may show this text with its mark-up instead of links: move the field to the back, or leave the links out.");
        foreach (var tag in new MarkupTags(markup))
        {
            if (tag.Kind is MarkupTagKind.Other)
                problems.Warning($"{place.Path}.attributedValue", PassProblemCode.AttributedValueTag, $"Wallet knows only links (<a href=\"...\">) in this text: write '{tag.Text}' in another way.");
            else if (tag.Kind is MarkupTagKind.Link && !LinkTarget.IsUsual(tag.Address))
                problems.Warning($"{place.Path}.attributedValue", PassProblemCode.AttributedValueLink, $"The link to '{tag.Address}' may lead nowhere: let it begin with https:, http:, mailto: or tel:.");
        }
    }
}
