using Microsoft.AspNetCore.Components;
using Portal.Shell;

namespace Portal.Activity.Complaints;

/// <summary>What phones complain of, grouped, live; and the lines of one group.</summary>
public sealed partial class ComplaintsPage(ComplaintLog complaints)
{
    private const int Rows = 100;

    private const string AllHref = ActivityTabs.Complaints;

    [SupplyParameterFromQuery(Name = "pass")]
    public string? PassQuery { get; set; }

    /// <summary>A line whose group is shown.</summary>
    [SupplyParameterFromQuery(Name = "of")]
    public string? LineQuery { get; set; }

    protected override bool IsLoaded => Groups is not null && Equals(LoadedFor, (PassId, LineId));

    private long? PassId => QueryNumber.Id(PassQuery);

    private long? LineId => QueryNumber.Id(LineQuery);

    private IReadOnlyList<ComplaintGroup>? Groups { get; set; }

    private IReadOnlyList<ComplaintEntry>? Lines { get; set; }

    private (long? Pass, long? Line)? LoadedFor { get; set; }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (pass, line) = (PassId, LineId);
        Lines = line is null ? [] : await complaints.LinesAsync(line.Value, pass, Rows, cancellationToken);
        Groups = line is null ? await complaints.GroupsAsync(pass, Rows, cancellationToken) : [];
        LoadedFor = (pass, line);
    }

    protected override bool Concerns(PortalEventBatch news) => news.Has(PortalEventKind.DeviceComplained);
}
