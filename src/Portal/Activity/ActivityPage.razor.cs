namespace Portal.Activity;

/// <summary>What people changed, newest first, live.</summary>
public sealed partial class ActivityPage(ChangeLog changes, Arrivals arrivals)
{
    private const int Rows = 100;

    private IReadOnlyList<ChangeEntry>? Changes { get; set; }

    private IReadOnlyDictionary<Guid, Arrival> ChangeArrivals { get; set; } = new Dictionary<Guid, Arrival>();

    protected override bool IsLoaded => Changes is not null;

    // The ring of a large publication counts a registration for each phone.
    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var newest = await changes.NewestAsync(Rows, cancellationToken);
        ChangeArrivals = await arrivals.OfChangesAsync([.. newest.Select(change => change.Id)], cancellationToken);
        Changes = newest;
    }
}
