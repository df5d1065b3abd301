using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>What a visitor sees of an exception: a number to find it by in the log, and nothing of what it says.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private string? RequestId => System.Diagnostics.Activity.Current?.TraceId.ToString() ?? Http?.TraceIdentifier;
}
