using Microsoft.AspNetCore.Components;

namespace Portal.Activity;

/// <summary>The first page after signing in.</summary>
public sealed partial class DashboardPage(Totals totals, ChangeLog changes, Arrivals arrivals)
{
    private const int RecentCount = 12;

    [PersistentState]
    public WorkspaceTotals? Figures { get; set; }

    [PersistentState]
    public IReadOnlyList<ChangeEntry>? Recent { get; set; }

    [PersistentState]
    public IReadOnlyDictionary<Guid, Arrival>? RecentArrivals { get; set; }

    protected override bool IsHandedOver => true;

    protected override bool IsLoaded => Figures is not null && Recent is not null && RecentArrivals is not null;

    // The ring of a large publication counts a registration for each phone.
    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var figures = await totals.CountAsync(cancellationToken);
        var recent = await changes.NewestAsync(RecentCount, cancellationToken);
        RecentArrivals = await arrivals.OfChangesAsync([.. recent.Select(change => change.Id)], cancellationToken);
        (Figures, Recent) = (figures, recent);
    }
}
