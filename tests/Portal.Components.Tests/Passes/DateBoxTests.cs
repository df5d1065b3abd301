using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Portal.Passes.Dates;

namespace Portal.Components.Tests.Passes;

public sealed class DateBoxTests : BunitContext
{
    private const string Stored = "2027-05-01T18:30:00+05:30";

    private readonly List<string> _told = [];

    public DateBoxTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2027, 7, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void The_picker_shows_the_time_of_the_place_and_its_zone()
    {
        var box = Box(Stored);
        Assert.Equal(("datetime-local", "2027-05-01T18:30", null), (Input(box).GetAttribute("type"), Input(box).GetAttribute("value"), Input(box).GetAttribute("step")));
        Assert.Equal("UTC+05:30 Kolkata", Zone(box));
        Assert.Equal(Input(box).Id, box.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void Seconds_that_are_stored_are_shown() =>
        Assert.Equal("2027-05-01T18:30:15", Input(Box("2027-05-01T18:30:15+05:30")).GetAttribute("value"));

    [Fact]
    public async Task What_is_picked_keeps_the_zone_of_the_place()
    {
        await TypeAsync(Box(Stored), "2027-12-24T20:00");
        Assert.Equal(["2027-12-24T20:00:00+05:30"], _told);
    }

    [Theory]
    [InlineData("2027-12-24T20:00", "2027-12-24T20:00:00+01:00")]
    [InlineData("2027-06-24T20:00", "2027-06-24T20:00:00+02:00")]
    public async Task A_new_date_is_taken_to_be_where_its_reader_is(string picked, string told)
    {
        var box = Box(stored: null);
        Assert.Equal("UTC+02:00 Berlin, Paris, Madrid", Zone(box));
        await TypeAsync(box, picked);
        Assert.Equal([told], _told);
    }

    [Fact]
    public async Task Another_zone_moves_the_instant_and_not_the_clock()
    {
        var box = Box(Stored);
        await ChooseZoneAsync(box, TimeSpan.FromHours(9));
        Assert.Equal(["2027-05-01T18:30:00+09:00"], _told);
    }

    [Fact]
    public async Task A_date_that_is_not_complete_is_not_taken_for_none()
    {
        var box = Box(Stored);
        await TypeAsync(box, "", isIncomplete: true);
        Assert.Equal(["incomplete"], _told);
        await TypeAsync(box, "2027-05-02T18:30");
        Assert.Equal("2027-05-02T18:30:00+05:30", _told[^1]);
    }

    [Fact]
    public async Task A_date_begun_in_an_empty_box_is_noticed_when_the_box_is_left()
    {
        var box = Box(stored: null);
        await Input(box).TriggerEventAsync("ondateleft", new DateTypedEventArgs());
        Assert.Empty(_told);
        await Input(box).TriggerEventAsync("ondateleft", new DateTypedEventArgs { IsIncomplete = true });
        Assert.Equal(["incomplete"], _told);
    }

    [Fact]
    public async Task Emptying_it_by_the_keyboard_or_by_the_button_is_told()
    {
        var box = Box(Stored);
        await TypeAsync(box, "");
        Assert.Equal([""], _told);

        var another = Box(Stored);
        await another.Find("button[aria-label='Empty: Departure']").ClickAsync();
        Assert.Equal(["", ""], _told);
        Assert.Equal("", Input(another).GetAttribute("value"));
    }

    [Fact]
    public async Task The_box_is_not_written_to_while_somebody_types()
    {
        var box = Box(Stored);
        await TypeAsync(box, "", isIncomplete: true);
        box.Render(parameters => parameters.Add(date => date.Stored, null).Add(date => date.Problem, "Departure is not complete."));

        // Another value here would be written into the browser's box, and the parts of a date in it would be gone.
        Assert.Equal("2027-05-01T18:30", Input(box).GetAttribute("value"));
        Assert.Equal("true", Input(box).GetAttribute("aria-invalid"));
        Assert.Equal("Departure is not complete.", box.Find($"#{Input(box).GetAttribute("aria-describedby")}").TextContent.Trim());
    }

    [Fact]
    public async Task What_was_typed_is_discarded_by_a_new_box()
    {
        var box = Box(Stored);
        await TypeAsync(box, "", isIncomplete: true);
        box.Render(parameters => parameters.Add(date => date.Stored, "2027-05-03T07:00:00+02:00").Add(date => date.Problem, null));
        Assert.Equal("2027-05-03T07:00", Input(box).GetAttribute("value"));
        await TypeAsync(box, "2027-05-03T08:00");
        Assert.Equal("2027-05-03T08:00:00+02:00", _told[^1]);
    }

    private static IElement Input(IRenderedComponent<DateBox> box) => box.Find("input[data-field=departure]");

    private static string Zone(IRenderedComponent<DateBox> box) => box.Find("input.mud-select-input").GetAttribute("value") ?? "";

    private static Task TypeAsync(IRenderedComponent<DateBox> box, string value, bool isIncomplete = false) =>
        Input(box).TriggerEventAsync("ondatetyped", new DateTypedEventArgs { Value = value, IsIncomplete = isIncomplete });

    private static Task ChooseZoneAsync(IRenderedComponent<DateBox> box, TimeSpan offset)
    {
        var select = box.FindComponent<MudSelect<TimeSpan>>();
        return box.InvokeAsync(() => select.Instance.ValueChanged.InvokeAsync(offset));
    }

    private IRenderedComponent<DateBox> Box(string? stored) => Render<DateBox>(parameters => parameters
        .Add(box => box.Label, "Departure").Add(box => box.Name, "departure").Add(box => box.Stored, stored)
        .Add(box => box.OnTyped, _told.Add).Add(box => box.OnIncomplete, () => _told.Add("incomplete"))
        .AddCascadingValue(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
}
