using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

public sealed partial class Routes
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>The IANA name of the browser's time zone; anything else counts as UTC.</summary>
    [Parameter]
    public string? ZoneId { get; set; }

    protected override void OnInitialized()
    {
        if (ZoneId is not null && TimeZoneInfo.TryFindSystemTimeZoneById(ZoneId, out var zone))
            _zone = zone;
    }
}
