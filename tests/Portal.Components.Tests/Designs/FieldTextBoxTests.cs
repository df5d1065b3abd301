using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Portal.Data.Designs;
using Portal.Designs.Editing;
using Portal.Passes.Dates;

namespace Portal.Components.Tests.Designs;

public sealed class FieldTextBoxTests : BunitContext
{
    private readonly List<string?> _stored = [];
    private readonly List<string?> _problems = [];

    public FieldTextBoxTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public async Task A_date_is_picked_and_one_that_is_not_complete_is_not_stored()
    {
        var box = Render<FieldTextBox>(parameters => parameters
            .Add(text => text.Label, "Sample").Add(text => text.Name, "sample")
            .Add(text => text.Field, new DesignField { Id = "departure", Name = "Departure", Kind = FieldKind.Date })
            .Add(text => text.Stored, "2027-05-01T18:30:00+02:00")
            .Add(text => text.StoredChanged, _stored.Add).Add(text => text.ProblemChanged, _problems.Add));

        await TypeAsync(box, new DateTypedEventArgs { IsIncomplete = true });
        Assert.Equal(["Departure is not complete: it needs the day and the time, or nothing at all."], _problems);
        Assert.Empty(_stored);

        await TypeAsync(box, new DateTypedEventArgs { Value = "2027-05-02T18:30" });
        Assert.Equal([null], _problems[1..]);
        Assert.Equal(["2027-05-02T18:30:00+02:00"], _stored);
    }

    private static Task TypeAsync(IRenderedComponent<FieldTextBox> box, DateTypedEventArgs typed) =>
        box.Find("input[type=datetime-local]").TriggerEventAsync("ondatetyped", typed);
}
