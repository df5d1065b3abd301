using Bunit;
using Passbook.Generator;
using Portal.Designs.Editing;

namespace Portal.Components.Tests.Designs;

public sealed class OlderPhonesTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [Fact]
    public void What_older_iPhones_show_is_said_once()
    {
        var list = Render(Part("$.sellURL", 18, "No button."), Part("$.addOnURL", 18, "No button."), Part("$.featuredActions", 27, "No cards."));

        Assert.Equal("No button. No cards.", string.Join(' ', list.FindAll("li").Select(item => item.TextContent)));
    }

    [Fact]
    public void Phones_that_nobody_has_any_more_are_not_spoken_of() =>
        Assert.Empty(Render(Part("$.sharingProhibited", 11, "A button.")).FindAll("section"));

    private static RequiresIos Part(string path, int version, string message) => new(path, new Version(version, 0), message);

    private IRenderedComponent<OlderPhones> Render(params RequiresIos[] parts) =>
        _context.Render<OlderPhones>(parameters => parameters.Add(component => component.Parts, parts));
}
