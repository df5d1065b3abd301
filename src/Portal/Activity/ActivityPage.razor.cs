using Microsoft.AspNetCore.Components;
using Portal.Data.Activity;

namespace Portal.Activity;

/// <summary>Changes, pushes and complaints, newest first, live.</summary>
public sealed partial class ActivityPage(ChangeLog changes, Arrivals arrivals, PushLog pushes, Complaints complaints)
{
    private const int Rows = 100;
    private static readonly IReadOnlyDictionary<Guid, Arrival> NoArrivals = new Dictionary<Guid, Arrival>();

    private ActivityView? _loaded;

    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    private IReadOnlyList<ChangeEntry>? Changes { get; set; }

    private IReadOnlyDictionary<Guid, Arrival>? ChangeArrivals { get; set; }

    private IReadOnlyList<PushEntry>? Pushes { get; set; }

    private IReadOnlyList<DeviceComplaint>? Lines { get; set; }

    protected override bool IsLoaded => _loaded == View;

    private ActivityView View => Show switch
    {
        "pushes" => ActivityView.Pushes,
        "complaints" => ActivityView.Complaints,
        _ => ActivityView.Changes,
    };

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var view = View;
        switch (view)
        {
            case ActivityView.Pushes:
                Pushes = await pushes.NewestAsync(Rows, cancellationToken);
                break;
            case ActivityView.Complaints:
                Lines = await complaints.NewestAsync(Rows, cancellationToken);
                break;
            default:
                var newest = await changes.NewestAsync(Rows, cancellationToken);
                ChangeArrivals = await arrivals.OfChangesAsync([.. newest.Select(change => change.Id)], cancellationToken);
                Changes = newest;
                break;
        }

        _loaded = view;
    }
}
