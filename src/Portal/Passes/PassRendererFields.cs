using System.Net;
using Passbook.Generator;
using Portal.Data.Designs;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>Renders one field of a pass.</summary>
internal static class PassRendererFields
{
    /// <summary>The field as the pass shows it; null when all it would show is a field without a value.</summary>
    public static PassField? Render(PassField field, RenderValues values)
    {
        var rendered = field with
        {
            Label = values.OptionalText(field.Label),
            ChangeMessage = values.OptionalText(field.ChangeMessage),
            // The only text Wallet reads as markup: what a value brings in must not become a link.
            AttributedValue = field.AttributedValue is { } markup ? values.Text(markup, WebUtility.HtmlEncode) : null,
        };
        if (field.Value.Text is not { } text)
            return rendered;
        if (Placeholders.Only(text) is { } id && values.Knows(id))
            return values.Value(id) is { } value ? Typed(rendered, value, values.FindField(id)) : null;
        return values.IsAllMissing(text) ? null : Fitting(rendered with { Value = values.Text(text) });
    }

    private static PassField Typed(PassField field, FieldValue value, DesignField? kind) => Fitting(field with
    {
        Value = value,
        CurrencyCode = kind?.Kind is FieldKind.Money && value.Number is not null ? kind.Currency ?? field.CurrencyCode : field.CurrencyCode,
        NumberStyle = kind?.Kind is FieldKind.Money ? null : field.NumberStyle,
        // Without a style Wallet shows the bare ISO 8601 text.
        DateStyle = kind?.Kind is FieldKind.Date && field is { DateStyle: null, TimeStyle: null } ? DateStyle.Medium : field.DateStyle,
        TimeStyle = kind?.Kind is FieldKind.Date && field is { DateStyle: null, TimeStyle: null } ? DateStyle.Short : field.TimeStyle,
    });

    /// <summary>Without the styles of another kind of value, for which Wallet refuses the pass.</summary>
    private static PassField Fitting(PassField field)
    {
        if (field.Value.Number is null)
            field = field with { CurrencyCode = null, NumberStyle = null };
        if (field.Value.Date is null)
            return field with { DateStyle = null, TimeStyle = null, IgnoresTimeZone = null, IsRelative = null };
        // A day without a time, such as a birthday, would be another day abroad.
        return field is { TimeStyle: null or DateStyle.None, IsRelative: not true } ? field with { IgnoresTimeZone = field.IgnoresTimeZone ?? true } : field;
    }
}
