using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Data.Designs;

namespace Portal.Passes.Dates;

/// <summary>A date and time by the browser's own picker, beside the time zone of the place it happens at.</summary>
/// <remarks>
/// The browser's box is never written to while somebody types: that would take away the parts of a date that are not one
/// yet. When something else has to stand in it, a new box is made.
/// </remarks>
public sealed partial class DateBox(TimeProvider time)
{
    // What stands in the box is no date; never what a field stores.
    private const string Unreadable = "?";

    private static readonly string[] BrowserFormats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private readonly string _id = $"date-{Guid.CreateVersion7():N}";
    private string? _current;
    private string _shown = "";
    private DateTime? _local;
    private TimeSpan? _offset;
    private int _made;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The canonical text (<see cref="FieldText.DateFormat"/>); null for none.</summary>
    [Parameter]
    public string? Stored { get; set; }

    /// <summary>Why what stands there cannot be taken; while there is a reason, it stays.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>A name for tests and for whoever looks into the page.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Told the canonical text of what was picked or typed; empty when the box was emptied.</summary>
    [Parameter]
    public EventCallback<string> OnTyped { get; set; }

    /// <summary>Told that what stands there is no date yet.</summary>
    [Parameter]
    public EventCallback OnIncomplete { get; set; }

    /// <summary>The reader's time zone: where a new date is taken to be.</summary>
    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private string NoteId => _id + "-note";

    // Seconds are shown only where there are some: nobody boards at 18:30:15.
    private string? Step => _local?.Second > 0 ? "1" : null;

    private DateTime Moment => _local ?? TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime;

    private TimeSpan Offset => _offset ?? ZoneOffsets.Of(Zone, Moment);

    private IReadOnlyList<ZoneOffset> Choices => ZoneOffsets.At(Moment, Zone, Offset);

    protected override void OnParametersSet()
    {
        if (_made > 0 && (Problem is not null || string.Equals(Stored, _current, StringComparison.Ordinal)))
            return;
        var date = Stored is null ? null : FieldText.Date(Stored);
        (_local, _offset) = (date?.DateTime, date?.Offset);
        _shown = _local?.ToString(_local.Value.Second > 0 ? BrowserFormats[1] : BrowserFormats[0], CultureInfo.InvariantCulture) ?? "";
        _current = Stored;
        _made++;
    }

    private string Words(TimeSpan offset) => Choices.First(choice => choice.Offset == offset).Words;

    private async Task TypeAsync(DateTypedEventArgs typed)
    {
        var isDate = DateTime.TryParseExact(typed.Value, BrowserFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (isDate && local != _local)
        {
            _local = local;
            await TellAsync();
        }
        else if (!isDate && (typed.IsIncomplete || typed.Value.Length > 0))
        {
            (_local, _current) = (null, Unreadable);
            await OnIncomplete.InvokeAsync();
        }
        else if (!isDate && _current is not null)
        {
            (_local, _current) = (null, null);
            await OnTyped.InvokeAsync("");
        }
    }

    private async Task MoveAsync(TimeSpan offset)
    {
        _offset = offset;
        if (_local is not null)
            await TellAsync();
    }

    private async Task EmptyAsync()
    {
        (_local, _current, _shown) = (null, null, "");
        _made++;
        await OnTyped.InvokeAsync("");
    }

    private async Task TellAsync()
    {
        _current = Moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + ZoneOffsets.Text(Offset);
        await OnTyped.InvokeAsync(_current);
    }
}
