using Microsoft.AspNetCore.Components;
using Portal.Activity;

namespace Portal.Designs;

/// <summary>All designs as drawn cards, live.</summary>
public sealed partial class DesignsPage(DesignStore store, NavigationManager navigation)
{
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [PersistentState]
    public IReadOnlyList<DesignSummary>? Designs { get; set; }

    [PersistentState]
    public string? LoadedFor { get; set; }

    protected override bool IsLoaded => Designs is not null && string.Equals(LoadedFor, Search ?? "", StringComparison.Ordinal);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = Search ?? "";
        Designs = await store.ListAsync(Search, cancellationToken);
        LoadedFor = wanted;
    }

    protected override bool Concerns(PortalEventBatch news) =>
        news.Has(PortalEventKind.DesignPublished, PortalEventKind.RegistrationChanged, PortalEventKind.PassChanged);

    private void SearchFor(string? text) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(text) ? null : text.Trim()));
}
