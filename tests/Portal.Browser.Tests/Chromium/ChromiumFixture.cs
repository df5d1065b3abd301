using Microsoft.Playwright;
using Portal.Browser.Tests.Chromium;
using Portal.Testing;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace Portal.Browser.Tests.Chromium;

/// <summary>
/// The one browser of the run: the system's Chromium (or the one <c>PORTAL_TEST_CHROMIUM</c> names), without a window.
/// Every test gets a profile of its own.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string? Executable = new[]
    {
        Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);

    // The machine may be busy with other tests: what is slow is not wrong.
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = Arguments });
    }

    /// <summary>A fresh profile of a screen; dispose it to end its connections. Skips the test (fails it in CI) without a browser.</summary>
    /// <param name="baseAddress">The portal.</param>
    /// <param name="screen">What the person looks at.</param>
    /// <param name="cookies">What another session's <see cref="BrowserSession.CookiesAsync"/> gave: who is signed in there is here too.</param>
    /// <param name="scripts">False: a browser that runs no JavaScript.</param>
    /// <param name="userAgent">What the browser says it is; null for Chromium.</param>
    public async Task<BrowserSession> OpenAsync(
        Uri baseAddress, Screen screen, string? cookies = null, bool scripts = true, string? userAgent = null)
    {
        Needs.NothingMissing(_browser is null ? "Chromium is not installed (apt-get install chromium) and PORTAL_TEST_CHROMIUM names none." : null);
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = baseAddress.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            StorageState = cookies,
            JavaScriptEnabled = scripts,
            UserAgent = userAgent,
        });
        context.SetDefaultTimeout(Patience);
        return await BrowserSession.StartAsync(context, screen);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
