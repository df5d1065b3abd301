using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Activity;
using Portal.Shell;

namespace Portal.Updates;

/// <summary>The changes that reach phones, each with its ring, live.</summary>
public sealed partial class UpdatesPage(UpdateQueries updates, Arrivals arrivals, NavigationManager navigation)
{
    private const int PageSize = 25;

    private static readonly IReadOnlyList<(UpdateProgress Progress, string Label)> Progresses =
        [(UpdateProgress.Any, "All"), (UpdateProgress.Open, "Still on their way"), (UpdateProgress.Late, "Late")];

    private static readonly IReadOnlyList<(UpdateSource Source, string Label)> Sources =
        [(UpdateSource.Any, "Everything"), (UpdateSource.Passes, "Single passes"), (UpdateSource.Designs, "Designs")];

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "progress")]
    public string? ProgressQuery { get; set; }

    [SupplyParameterFromQuery(Name = "of")]
    public string? SourceQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    private UpdatePageOf? Found { get; set; }

    private IReadOnlyDictionary<Guid, Arrival>? Rings { get; set; }

    private string? LoadedFor { get; set; }

    protected override bool IsLoaded => Found is not null && string.Equals(LoadedFor, Wanted, StringComparison.Ordinal);

    // The rings of large publications count a registration for each phone.
    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    private UpdateProgress Progress => Read<UpdateProgress>(ProgressQuery);

    private UpdateSource Source => Read<UpdateSource>(SourceQuery);

    private bool IsUnfiltered => string.IsNullOrWhiteSpace(Search) && Progress is UpdateProgress.Any && Source is UpdateSource.Any;

    private string Wanted => $"{PageNumber} {Progress} {Source} {Search}";

    private int PageNumber => QueryNumber.Page(PageQuery);

    private int PageCount => Found is null ? 0 : (Found.Count + PageSize - 1) / PageSize;

    private long? Count => Found?.Count;

    private bool IsGoodNews => string.IsNullOrWhiteSpace(Search) && Progress is not UpdateProgress.Any;

    private string EmptyIcon => IsGoodNews ? Icons.Material.Outlined.DoneAll : Icons.Material.Outlined.SearchOff;

    private string EmptyTitle => (IsGoodNews, Progress) switch
    {
        (true, UpdateProgress.Late) => "No phone is late",
        (true, _) => "Everything has arrived",
        _ => "No update matches",
    };

    private string EmptyText => (IsGoodNews, Progress) switch
    {
        (true, UpdateProgress.Late) => "No phone was pushed more than 15 minutes ago without fetching since.",
        (true, _) => "Every phone that can be pushed has what it was told of, or is past it.",
        _ => "Try fewer words, or look at all updates.",
    };

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted;
        var found = await updates.ListAsync(new UpdateFilter(Search, Progress, Source), PageNumber - 1, PageSize, cancellationToken);
        Rings = await arrivals.OfChangesAsync([.. found.Updates.Select(update => update.Id)], cancellationToken);
        (Found, LoadedFor) = (found, wanted);
    }

    private static T Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;

    private string HrefFor(UpdateProgress progress) => navigation.With(("progress", progress is UpdateProgress.Any ? null : progress.ToString().ToLowerInvariant()), ("page", null));

    private string HrefFor(UpdateSource source) => navigation.With(("of", source is UpdateSource.Any ? null : source.ToString().ToLowerInvariant()), ("page", null));

    private void SearchFor(string? text) => navigation.NavigateTo(navigation.With(("q", string.IsNullOrWhiteSpace(text) ? null : text.Trim()), ("page", null)));

    private void GoTo(int page) => navigation.NavigateTo(navigation.With(("page", page == 1 ? null : page)));
}
