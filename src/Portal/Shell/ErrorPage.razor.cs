using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Hosting;

namespace Portal.Shell;

/// <summary>What a visitor sees of an exception: a number to find it by in the log, and nothing of what it says.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private bool IsDatabase => DatabaseTrouble.Is(Http?.Features.Get<IExceptionHandlerFeature>()?.Error);

    private string Title => IsDatabase ? "The database does not answer" : "Something went wrong";

    private string Text => IsDatabase
        ? "What was saved is safe, and the portal goes on by itself as soon as the database is back. Try again in a moment; if it stays, tell your administrator this number:"
        : "It is our fault, not yours. What was saved is safe. Try again; if it stays, tell your administrator this number:";

    private string? RequestId => Http?.TraceIdentifier;
}
