using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Workspace;

[assembly: AssemblyFixture(typeof(SharedDemo))]

namespace Portal.Browser.Tests.Workspace;

/// <summary>The demo that the tests of single pages share. Each test that changes a pass takes one of a design that no other test takes.</summary>
public sealed class SharedDemo : IAsyncLifetime
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private DemoPortal? _portal;
    private string? _owner;

    /// <summary>Its address.</summary>
    public async Task<DemoPortal> PortalAsync()
    {
        await _oneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _portal ??= await DemoPortal.StartAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A browser that nobody has used.</summary>
    public async Task<BrowserSession> OpenAsync(ChromiumFixture chromium, Screen screen, bool scripts = true) =>
        await chromium.OpenAsync((await PortalAsync()).Address, screen, scripts: scripts);

    /// <summary>A browser in which the owner is signed in, when every phone has its passes.</summary>
    public async Task<BrowserSession> OpenAsOwnerAsync(ChromiumFixture chromium, Screen screen)
    {
        var portal = await PortalAsync();
        await portal.PhonesAsync();
        return await chromium.OpenAsync(portal.Address, screen, await OwnerAsync(chromium, portal));
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        _oneAtATime.Dispose();
    }

    private async Task<string> OwnerAsync(ChromiumFixture chromium, DemoPortal portal)
    {
        await _oneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_owner is not null)
                return _owner;
            await using var session = await chromium.OpenAsync(portal.Address, Screen.Wide);
            await new SetUpPage(session.Page).MakeOwnerAsync(await portal.SetUpLinkAsync(), Owner.Ada);
            return _owner = await session.CookiesAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
