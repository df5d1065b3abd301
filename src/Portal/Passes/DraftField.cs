using System.Globalization;
using Portal.Data.Designs;

namespace Portal.Passes;

/// <summary>One field of a form: what was typed, and what that means.</summary>
public sealed class DraftField
{
    private readonly CultureInfo _culture;
    private string _typed;

    public DraftField(DesignField field, string? stored, CultureInfo culture)
    {
        Field = field;
        _culture = culture;
        Stored = Before = stored;
        _typed = Text(stored);
    }

    public DesignField Field { get; }

    /// <summary>The canonical text the pass has now; null when it follows its design.</summary>
    public string? Before { get; private set; }

    /// <summary>The canonical text of what was typed; null follows the design, and also while there is a problem.</summary>
    public string? Stored { get; private set; }

    /// <summary>What is wrong with what was typed; what was typed stays.</summary>
    public string? Problem { get; set; }

    public bool IsChanged => Problem is not null || !string.Equals(Before, Stored, StringComparison.Ordinal);

    /// <summary>What the box shows while nothing is typed: the design's own text.</summary>
    public string? Placeholder => string.IsNullOrEmpty(Field.Default) ? null : Text(Field.Default);

    /// <summary>What an empty box means: the pass sets nothing itself and shows what its design says. Null beside a value.</summary>
    public string? EmptyWords => (Stored, Problem, Before) switch
    {
        (not null, _, _) or (_, not null, _) => null,
        (_, _, not null) => $"Emptied, the pass follows the design: {OfDesign ?? "nothing is shown"}",
        _ => OfDesign is null ? null : $"Follows the design: {OfDesign}",
    };

    public string Typed
    {
        get => _typed;
        set
        {
            _typed = value;
            (Stored, Problem) = value.Length == 0 ? (null, null) : FieldText.Read(Field, value, _culture);
        }
    }

    private string? OfDesign => string.IsNullOrEmpty(Field.Default) ? null : Words(Field.Default);

    /// <summary>Notes that a date was begun and is not one yet.</summary>
    public void LeaveIncomplete() => (Stored, Problem) = (null, FieldText.Incomplete(Field));

    /// <summary>A stored value as people say it: an amount with its currency.</summary>
    public string Words(string stored) => Field.Kind is FieldKind.Money ? $"{Text(stored)} {Field.Currency}" : Text(stored);

    /// <summary>Takes over what somebody else saved; what was typed here wins where both changed.</summary>
    public void Rebase(string? stored)
    {
        var mine = IsChanged;
        Before = stored;
        if (mine)
            return;
        Stored = stored;
        _typed = Text(stored);
    }

    private string Text(string? stored) => stored is null ? "" : FieldText.Show(Field, stored, _culture);
}
