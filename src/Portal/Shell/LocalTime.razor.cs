using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>An instant as people say it ('3 minutes ago'), kept true while the page is open, the exact time on hover.</summary>
public sealed partial class LocalTime(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private ITimer? _timer;
    private string _words = "";

    [Parameter, EditorRequired]
    public DateTimeOffset Value { get; set; }

    /// <summary>Shows the exact time itself, not the words.</summary>
    [Parameter]
    public bool Exact { get; set; }

    /// <summary>The reader's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private string Shown => Exact ? TimeWords.Exact(Value, Zone) : _words;

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet() => _words = TimeWords.Relative(Value, time.GetUtcNow(), Zone);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && !Exact)
            _timer = time.CreateTimer(_ => _ = InvokeAsync(Renew), state: null, Tick, Tick);
    }

    private void Renew()
    {
        var words = TimeWords.Relative(Value, time.GetUtcNow(), Zone);
        if (string.Equals(words, _words, StringComparison.Ordinal))
            return;
        _words = words;
        StateHasChanged();
    }
}
