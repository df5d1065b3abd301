using System.Globalization;
using Passbook.Generator;
using Portal.Data.Designs;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>What a pass shows for each field of its design: its own value, else the design's default.</summary>
internal sealed class RenderValues(DesignDocument document, PassContext context)
{
    public DesignField? FindField(string id) => document.FindField(id);

    public bool Knows(string id) => id == Placeholders.SerialNumber || document.FindField(id) is not null;

    /// <summary>The value in the type of its field; null when there is none. What does not read as its type stays text.</summary>
    public FieldValue? Value(string id)
    {
        if (id == Placeholders.SerialNumber)
            return context.SerialNumber;
        if (document.FindField(id) is not { } field || Stored(field) is not { } stored)
            return null;
        return field.Kind switch
        {
            FieldKind.Number when FieldText.Number(stored) is { } number => number,
            FieldKind.Money when FieldText.Money(field, stored) is { } amount => amount,
            FieldKind.Date when FieldText.Date(stored) is { } date => date,
            _ => stored,
        };
    }

    public DateTimeOffset? Date(string? id) => id is null ? null : Value(id)?.Date;

    /// <summary>The text with its placeholders filled, once.</summary>
    public string Text(string text, Func<string, string>? escape = null) =>
        Placeholders.Expand(text, id => Knows(id) ? InText(id, escape) : null);

    /// <summary>As <see cref="Text"/>; null when nothing is left.</summary>
    public string? OptionalText(string? text) => text is null || Text(text) is not { Length: > 0 } filled ? null : filled;

    /// <summary>True when the text has placeholders and not one of them has a value.</summary>
    public bool IsAllMissing(string text)
    {
        var any = false;
        foreach (var part in Placeholders.Split(text))
        {
            if (part.Kind is not TextPartKind.Field)
                continue;
            if (!Knows(part.Text) || Value(part.Text) is not null)
                return false;
            any = true;
        }

        return any;
    }

    // Inside a sentence the phone cannot format a value any more, so it is written the same for everybody.
    private string InText(string id, Func<string, string>? escape)
    {
        var text = Value(id) switch
        {
            null => "",
            { Date: { } date } => date.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            { Number: { } amount } when document.FindField(id) is { Kind: FieldKind.Money } money =>
                string.Create(CultureInfo.InvariantCulture, $"{amount.ToString("F" + MinorUnits.Digits(money.Currency), CultureInfo.InvariantCulture)} {money.Currency}"),
            { } value => value.ToString(),
        };
        return escape is null ? text : escape(text);
    }

    // Blanks would be drawn as a label with nothing under it, and read out as 'Gate changed to'.
    private string? Stored(DesignField field)
    {
        var stored = context.Values.Fields.TryGetValue(field.Id, out var own) ? own : field.Default;
        return string.IsNullOrWhiteSpace(stored) ? null : stored;
    }
}
