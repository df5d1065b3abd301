using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>
/// A page that loads what it shows, says so when that fails, and looks again when the live feed touches it.
/// </summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    // However many pages are open: each leaves the database alone for longer than it kept it busy.
    private const int RestPerLoad = 4;

    private readonly CancellationTokenSource _left = new();
    private PortalSubscription? _subscription;
    private Task _loading = Task.CompletedTask;

    /// <summary>The sentence to show instead of the page's content; null when there is nothing to complain about.</summary>
    protected string? LoadProblem { get; private set; }

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    [Inject]
    private PortalEvents Events { get; set; } = null!;

    [Inject]
    private ILogger<LivePage> Logger { get; set; } = null!;

    /// <summary>Whether the page already has what it shows, handed over from prerendering.</summary>
    protected abstract bool IsLoaded { get; }

    /// <summary>
    /// Whether the page loads while it is prerendered and hands the result over. What is handed over travels to the
    /// browser and back in one message of at most 32 kB, so a page that may show more waits for its circuit.
    /// </summary>
    protected virtual bool IsHandedOver => false;

    /// <summary>How long a page whose loading costs much lets news gather, at least, before it looks again.</summary>
    protected virtual TimeSpan Rest => TimeSpan.Zero;

    /// <summary>Loads what the page shows.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Whether the news touches what the page shows.</summary>
    protected virtual bool Concerns(PortalEventBatch news) => true;

    /// <summary>Listens before it loads: news that came between the two would be lost.</summary>
    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
            return;
        _subscription = Events.Subscribe(news => Concerns(news) ? InvokeAsync(RefreshAsync) : Task.CompletedTask);
        // Nobody listened since the page was prerendered.
        if (IsLoaded)
            _subscription.Miss();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!IsLoaded && (IsHandedOver || RendererInfo.IsInteractive))
            await ReloadAsync();
    }

    /// <summary>Loads again, after 'try again' or when what the page shows changed; one load after the other, so that no older one ends last.</summary>
    protected Task ReloadAsync() => _loading = LoadAfterAsync(_loading);

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        if (_subscription is not null)
            await _subscription.DisposeAsync();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task LoadAfterAsync(Task earlier)
    {
        await earlier;
        if (_left.IsCancellationRequested)
            return;
        try
        {
            await LoadAsync(Left);
            LoadProblem = null;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left while it loaded.
        }
        catch (Exception error)
        {
            LivePageLog.LoadFailed(Logger, GetType().Name, error);
            LoadProblem = "This could not be loaded. Your data is safe; the database did not answer in time.";
        }
    }

    private async Task RefreshAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        var began = Stopwatch.GetTimestamp();
        await ReloadAsync();
        StateHasChanged();
        // The next news are told when this is over.
        var rest = Stopwatch.GetElapsedTime(began) * RestPerLoad;
        await Task.WhenAny(Task.Delay(rest > Rest ? rest : Rest, Left));
    }
}
