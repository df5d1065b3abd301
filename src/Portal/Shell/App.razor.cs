using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Portal.Shell;

public sealed partial class App
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Account pages are plain pages: nobody who is not signed in gets a circuit.</summary>
    private IComponentRenderMode? Mode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary>The browser's time zone, as <c>js/theme.js</c> left it in a cookie; handed on to the circuit as a parameter.</summary>
    private string? ZoneId => Http.Request.Cookies["portal-zone"] is { Length: > 0 and < 64 } zone ? zone : null;
}
