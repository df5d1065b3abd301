using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Activity;

namespace Portal.Components.Tests.Activity;

/// <summary>A live page ends up at what is true now, however its loads and the news meet.</summary>
public sealed class LivePageTests
{
    [Fact]
    public async Task News_that_come_while_a_page_loads_for_the_first_time_are_shown()
    {
        await using var context = Context();
        var world = context.Services.GetRequiredService<World>();
        world.AfterNextRead = () => world.Change("fetched");

        var page = context.Render<Watched>();

        page.WaitForAssertion(() => Assert.Equal("fetched", page.Markup));
    }

    [Fact]
    public async Task What_happened_between_prerendering_and_the_circuit_is_shown()
    {
        await using var context = Context();
        context.Services.GetRequiredService<World>().Change("fetched");

        var page = context.Render<Watched>(parameters => parameters.Add(watched => watched.Seen, "asked"));

        page.WaitForAssertion(() => Assert.Equal("fetched", page.Markup));
    }

    [Fact]
    public async Task A_slow_load_does_not_overwrite_what_a_later_one_found()
    {
        await using var context = Context();
        var world = context.Services.GetRequiredService<World>();
        var slow = world.AnswerOfNextRead = new TaskCompletionSource();

        var page = context.Render<Watched>();
        world.Change("fetched");
        // Time enough for a page that did not wait for the first load to overtake it.
        await Task.Delay(TimeSpan.FromMilliseconds(500), Xunit.TestContext.Current.CancellationToken);
        slow.SetResult();

        page.WaitForAssertion(() => Assert.Equal("fetched", page.Markup));
        Assert.Equal(2, world.Reads);
    }

    private static BunitContext Context()
    {
        var context = new BunitContext();
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        context.Services.AddSingleton<PortalEvents>();
        context.Services.AddSingleton<World>();
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context;
    }

    private sealed class World(PortalEvents events)
    {
        private string _state = "asked";

        public Action? AfterNextRead { get; set; }

        public TaskCompletionSource? AnswerOfNextRead { get; set; }

        public int Reads { get; private set; }

        public void Change(string state)
        {
            _state = state;
            events.Publish(new PortalEvent(PortalEventKind.PassFetched));
        }

        public async Task<string> ReadAsync()
        {
            Reads++;
            var (state, after, answer) = (_state, AfterNextRead, AnswerOfNextRead);
            (AfterNextRead, AnswerOfNextRead) = (null, null);
            after?.Invoke();
            if (answer is not null)
                await answer.Task;
            return state;
        }
    }

    private sealed class Watched : LivePage
    {
        [Parameter]
        public string? Seen { get; set; }

        [Inject]
        private World World { get; set; } = null!;

        protected override bool IsLoaded => Seen is not null;

        protected override async Task LoadAsync(CancellationToken cancellationToken) => Seen = await World.ReadAsync();

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Seen);
    }
}
