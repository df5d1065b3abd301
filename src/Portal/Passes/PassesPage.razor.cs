using Microsoft.AspNetCore.Components;
using Portal.Activity;
using Portal.Designs;
using Portal.Shell;

namespace Portal.Passes;

/// <summary>All passes: searched, filtered and paged in the database; what is shown stands in the address.</summary>
public sealed partial class PassesPage(PassQueries passes, DesignLibrary designs, Arrivals arrivals, NavigationManager navigation)
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<(PassState State, string Label)> States =
    [
        (PassState.Any, "All"), (PassState.Installed, "On a phone"), (PassState.NeverInstalled, "Never installed"),
        (PassState.Voided, "Voided"), (PassState.Expired, "Expired"),
    ];

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "design")]
    public string? DesignQuery { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    private PassPageOf? Found { get; set; }

    private IReadOnlyDictionary<long, Arrival>? Rings { get; set; }

    private IReadOnlyDictionary<long, PublishedDesign> Designs { get; set; } = new Dictionary<long, PublishedDesign>();

    private string? LoadedFor { get; set; }

    protected override bool IsLoaded => Found is not null && string.Equals(LoadedFor, Wanted, StringComparison.Ordinal);

    private long? DesignId => QueryNumber.Id(DesignQuery);

    private PassState State => Enum.TryParse<PassState>(StateQuery, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : PassState.Any;

    private bool IsUnfiltered => string.IsNullOrWhiteSpace(Search) && DesignId is null && State is PassState.Any;

    private string Wanted => $"{PageNumber} {State} {DesignId} {Search}";

    private string NewHref => DesignId is { } design ? $"admin/passes/new?design={design}" : "admin/passes/new";

    private int PageNumber => QueryNumber.Page(PageQuery);

    private int PageCount => Found is null ? 0 : (Found.Count + PageSize - 1) / PageSize;

    private long? Count => Found?.Count;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted;
        var found = await passes.ListAsync(new PassFilter(Search, DesignId, State), PageNumber - 1, PageSize, cancellationToken);
        Rings = await arrivals.OfPassesAsync([.. found.Rows.Select(row => row.Id)], cancellationToken);
        Designs = await DesignsOfAsync(found, cancellationToken);
        (Found, LoadedFor) = (found, wanted);
    }

    protected override bool Concerns(PortalEventBatch news) => news.Has(
        PortalEventKind.PassChanged, PortalEventKind.DesignPublished, PortalEventKind.PushAnswered,
        PortalEventKind.DeviceListed, PortalEventKind.PassFetched, PortalEventKind.RegistrationChanged);

    private async Task<IReadOnlyDictionary<long, PublishedDesign>> DesignsOfAsync(PassPageOf found, CancellationToken cancellationToken)
    {
        var published = new Dictionary<long, PublishedDesign>();
        foreach (var id in found.Rows.Select(row => row.DesignId).Distinct())
        {
            if (await designs.FindPublishedAsync(id, cancellationToken) is { } design)
                published[id] = design;
        }

        return published;
    }

    private string HrefFor(PassState state) => navigation.With(("state", state is PassState.Any ? null : state.ToString().ToLowerInvariant()), ("page", null));

    private void SearchFor(string? text) => navigation.NavigateTo(navigation.With(("q", string.IsNullOrWhiteSpace(text) ? null : text.Trim()), ("page", null)));

    private void GoTo(int page) => navigation.NavigateTo(navigation.With(("page", page == 1 ? null : page)));
}
