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

    /// <summary>Who saved <see cref="Before"/> while something else was typed here; null when nobody did, or it was decided whose stands.</summary>
    public OtherSave? Theirs { get; private set; }

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

    /// <summary>What stands in the box. Blanks alone are nothing.</summary>
    public string Typed
    {
        get => _typed;
        set
        {
            _typed = value;
            (Stored, Problem) = string.IsNullOrWhiteSpace(value) ? (null, null) : FieldText.Read(Field, value, _culture);
            Theirs = IsChanged ? Theirs : null;
        }
    }

    /// <summary>What they did to the field, to be read between their name and the time.</summary>
    public string TheirWords => Before switch
    {
        not null => $"saved {Words(Before)}",
        _ when OfDesign is null => "emptied it",
        _ => $"let it follow the design ({OfDesign})",
    };

    private string? OfDesign => string.IsNullOrEmpty(Field.Default) ? null : Words(Field.Default);

    /// <summary>Notes that a date was begun and is not one yet.</summary>
    public void LeaveIncomplete() => (Stored, Problem) = (null, FieldText.Incomplete(Field));

    /// <summary>A stored value as people say it: an amount with its currency.</summary>
    public string Words(string stored) => Field.Kind is FieldKind.Money ? $"{Text(stored)} {Field.Currency}" : Text(stored);

    /// <summary>Takes over what is stored now. Where something else was typed here, that stays, and the other save stands in <see cref="Theirs"/>.</summary>
    public void Rebase(string? stored, OtherSave? by)
    {
        var (mine, was) = (IsChanged, Before);
        Before = stored;
        if (!mine)
            TakeTheirs();
        else if (!IsChanged)
            Theirs = null;
        else if (by is not null && !string.Equals(was, stored, StringComparison.Ordinal))
            Theirs = by;
    }

    /// <summary>Takes over what was typed into the same field under another version of the design, and what has to be decided about it.</summary>
    public void Continue(DraftField former)
    {
        Typed = former.Typed;
        Theirs = IsChanged ? former.Theirs : null;
    }

    /// <summary>Gives up what was typed for what is stored.</summary>
    public void TakeTheirs()
    {
        (Stored, Problem, Theirs) = (Before, null, null);
        _typed = Text(Before);
    }

    /// <summary>Stands by what was typed: saving puts it in the place of theirs.</summary>
    public void KeepOwn() => Theirs = null;

    private string Text(string? stored) => stored is null ? "" : FieldText.Show(Field, stored, _culture);
}
