using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs.Editing;

/// <summary>A design while somebody edits it: what it says now, and what was typed but cannot be taken.</summary>
public sealed class DesignForm
{
    private readonly SortedDictionary<string, string> _blamed = new(StringComparer.Ordinal);
    private readonly Action _changed;
    private string _openedText;

    /// <param name="draft">What is stored.</param>
    /// <param name="changed">Told after every change.</param>
    public DesignForm(DesignDraft draft, Action changed)
    {
        _changed = changed;
        Opened = draft;
        (Name, Document) = (draft.Name, draft.Document);
        _openedText = DesignDocumentJson.Write(draft.Document);
    }

    /// <summary>What is stored.</summary>
    public DesignDraft Opened { get; private set; }

    public string Name { get; private set; }

    public DesignDocument Document { get; private set; }

    public Pass Pass => Document.Pass;

    public bool IsChanged { get; private set; }

    /// <summary>Why something typed was not taken, by the place it was typed in.</summary>
    public IReadOnlyDictionary<string, string> Blamed => _blamed;

    /// <summary>What would be saved.</summary>
    public DesignDraft Draft => Opened with { Name = Name, Document = Document };

    public void Rename(string? name)
    {
        Name = name ?? "";
        _blamed.Remove("Name");
        if (string.IsNullOrWhiteSpace(name))
            _blamed["Name"] = "Give the design a name.";
        Notice();
    }

    public void Change(DesignDocument document)
    {
        Document = document;
        Notice();
    }

    public void ChangePass(Func<Pass, Pass> change) => Change(Document with { Pass = change(Document.Pass) });

    /// <summary>Remembers that something typed does not fit, or, with null, that it does now.</summary>
    public void Blame(string place, string? problem)
    {
        if (problem is null)
            _blamed.Remove(place);
        else
            _blamed[place] = problem;
        Notice();
    }

    /// <summary>Takes note of what is stored now; the form itself stays as it is.</summary>
    public void Stored(DesignDraft draft)
    {
        Opened = draft;
        _openedText = DesignDocumentJson.Write(draft.Document);
        Notice();
    }

    /// <summary>A per-pass field in place of another one, or at the end.</summary>
    public void PutField(int index, DesignField field) => Change(Document with { Fields = Document.Fields.Put(index, field) });

    private void Notice()
    {
        IsChanged = Name.Trim() != Opened.Name || DesignDocumentJson.Write(Document) != _openedText;
        _changed();
    }
}
