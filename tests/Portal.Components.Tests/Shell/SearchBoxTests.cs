using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Portal.Shell;

namespace Portal.Components.Tests.Shell;

public sealed class SearchBoxTests : BunitContext
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _told = [];

    public SearchBoxTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(_time);
    }

    [Fact]
    public void It_tells_once_a_quarter_of_a_second_after_the_last_key()
    {
        var box = Box(value: null);
        Type(box, "Mi");
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Type(box, "Mia");
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Empty(_told);

        _time.Advance(TimeSpan.FromMilliseconds(50));
        box.WaitForAssertion(() => Assert.Equal(["Mia"], _told));
    }

    [Fact]
    public void What_is_being_typed_survives_a_page_that_is_drawn_anew()
    {
        var box = Box(value: null);
        Type(box, "Mia");
        box.Render();
        _time.Advance(TimeSpan.FromMilliseconds(250));

        box.WaitForAssertion(() => Assert.Equal(["Mia"], _told));
        Assert.Equal("Mia", Shown(box));
    }

    [Fact]
    public void What_was_typed_on_stays_when_the_page_answers_with_what_it_was_told()
    {
        var box = Box(value: null);
        Type(box, "Mia");
        _time.Advance(TimeSpan.FromMilliseconds(250));
        box.WaitForAssertion(() => Assert.Equal(["Mia"], _told));
        Type(box, "Mia L");
        box.Render(parameters => parameters.Add(search => search.Value, "Mia"));
        _time.Advance(TimeSpan.FromMilliseconds(250));

        box.WaitForAssertion(() => Assert.Equal(["Mia", "Mia L"], _told));
        Assert.Equal("Mia L", Shown(box));
    }

    [Fact]
    public void Another_address_shows_its_own_search()
    {
        var box = Box("Mia");
        Assert.Equal("Mia", Shown(box));
        box.Render(parameters => parameters.Add(search => search.Value, null));
        Assert.True(string.IsNullOrEmpty(Shown(box)));
    }

    [Fact]
    public async Task Who_goes_back_while_it_waits_is_not_sent_forward_again()
    {
        var box = Box("Mia");
        Type(box, "Felix");
        box.Render(parameters => parameters.Add(search => search.Value, "Ada"));
        _time.Advance(TimeSpan.FromMilliseconds(250));
        // What had waited for the time has its turn now.
        await box.InvokeAsync(() => Assert.Empty(_told));
        Type(box, "Grace");
        _time.Advance(TimeSpan.FromMilliseconds(250));

        box.WaitForAssertion(() => Assert.Equal(["Grace"], _told));
    }

    private IRenderedComponent<SearchBox> Box(string? value) => Render<SearchBox>(parameters => parameters
        .Add(search => search.Value, value).Add(search => search.ValueChanged, EventCallback.Factory.Create<string>(this, _told.Add)));

    // The handler ends with the waiting, which is not waited for here.
    private static void Type(IRenderedComponent<SearchBox> box, string text) => _ = box.Find("input").InputAsync(text);

    private static string? Shown(IRenderedComponent<SearchBox> box) => box.Find("input").GetAttribute("value");
}
