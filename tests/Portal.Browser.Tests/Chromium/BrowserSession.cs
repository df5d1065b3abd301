using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Chromium;

/// <summary>One person's browser in one test, and what went wrong in it behind their back.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private static readonly string Folder = typeof(BrowserSession).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => string.Equals(metadata.Key, "Screenshots", StringComparison.Ordinal)).Value ?? ".";

    // What stands on the page and in its boxes.
    private const string Words = "() => document.body.innerText + [...document.querySelectorAll('input:not([type=hidden], [type=password]), textarea')].map(box => `\\n${box.labels?.[0]?.innerText}: ${box.value}`).join('')";

    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(5);

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

    public async ValueTask DisposeAsync()
    {
        await NoteLastWordsAsync();
        await _context.DisposeAsync();
    }

    // The runner shows them when the test fails.
    private async Task NoteLastWordsAsync()
    {
        if (TestContext.Current.TestOutputHelper is not { } output)
            return;
        output.WriteLine($"The page at the end: {Page.Url}");
        try
        {
            output.WriteLine(await Page.EvaluateAsync<string>(Words).WaitAsync(ForLastWords));
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            output.WriteLine(gone.Message);
        }

        foreach (var complaint in _complaints)
            output.WriteLine(complaint);
    }

    private void Note(string? complaint)
    {
        if (complaint is not null)
            _complaints.Enqueue(complaint);
    }
}
