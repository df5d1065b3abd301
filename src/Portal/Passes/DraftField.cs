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
        _typed = stored is null ? "" : FieldText.Show(field, stored, culture);
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
    public string? Placeholder => string.IsNullOrEmpty(Field.Default) ? null : FieldText.Show(Field, Field.Default, _culture);

    public string Typed
    {
        get => _typed;
        set
        {
            _typed = value;
            (Stored, Problem) = value.Length == 0 ? (null, null) : FieldText.Read(Field, value, _culture);
        }
    }

    /// <summary>Takes over what somebody else saved; what was typed here wins where both changed.</summary>
    public void Rebase(string? stored)
    {
        var mine = IsChanged;
        Before = stored;
        if (mine)
            return;
        Stored = stored;
        _typed = stored is null ? "" : FieldText.Show(Field, stored, _culture);
    }
}
