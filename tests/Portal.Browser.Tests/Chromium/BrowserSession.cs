using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Chromium;

/// <summary>One person's browser in one test, and what went wrong in it behind their back.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private static readonly string Folder = typeof(BrowserSession).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => string.Equals(metadata.Key, "Screenshots", StringComparison.Ordinal)).Value ?? ".";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<Uri> _requests = new();
    private Screen _screen;

    private BrowserSession(IBrowserContext context, Screen screen, IPage page)
    {
        _context = context;
        _screen = screen;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        page.Request += (_, request) => _requests.Enqueue(new Uri(request.Url));
        page.WebSocket += (_, socket) => _requests.Enqueue(new Uri(socket.Url));
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and uncaught exceptions of scripts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Everything the page asked for: nothing may come from another origin.</summary>
    public IReadOnlyCollection<Uri> Requests => _requests;

    public static async Task<BrowserSession> StartAsync(IBrowserContext context, Screen screen) =>
        new(context, screen, await context.NewPageAsync());

    /// <summary>Who is signed in here, for another session.</summary>
    public Task<string> CookiesAsync() => _context.StorageStateAsync();

    /// <summary>Looks at the same page on another screen.</summary>
    public async Task TurnToAsync(Screen screen)
    {
        _screen = screen;
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>Keeps a picture of the page among the test results, named after what it shows and the screen.</summary>
    public Task ScreenshotAsync(string name, bool fullPage = true) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.{_screen.Name}.png"), FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(string? complaint)
    {
        if (complaint is not null)
            _complaints.Enqueue(complaint);
    }
}
