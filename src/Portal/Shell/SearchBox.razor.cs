using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>
/// The search above a list. It tells of a change a quarter of a second after the last key. It waits by itself: a text field of
/// MudBlazor that waits forgets what was typed when its page is drawn anew at that moment.
/// </summary>
public sealed partial class SearchBox(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan AfterLastKey = TimeSpan.FromMilliseconds(250);

    private Dictionary<string, object?> _attributes = new(StringComparer.Ordinal);
    private string? _typed;
    private string? _known;
    private int _keys;

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What can be searched for, such as 'Search by name, serial number or holder'.</summary>
    [Parameter]
    public string Label { get; set; } = "Search";

    // What waits is told to nobody any more.
    public void Dispose() => _keys++;

    protected override void OnParametersSet()
    {
        _attributes = new(StringComparer.Ordinal) { ["aria-label"] = Label };
        // The page answers with what it was told, while somebody may have typed on.
        if (IsSame(Value, _known))
            return;
        _typed = _known = Value;
        _keys++;
    }

    private async Task TypeAsync(string? text)
    {
        _typed = text;
        var key = ++_keys;
        await Task.Delay(AfterLastKey, time);
        if (key != _keys || IsSame(text, _known))
            return;
        _known = text;
        await ValueChanged.InvokeAsync(text);
    }

    // Blanks around it find nothing else.
    private static bool IsSame(string? one, string? other) => string.Equals(one?.Trim() ?? "", other?.Trim() ?? "", StringComparison.Ordinal);
}
