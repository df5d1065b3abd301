using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Shell;

namespace Portal.Activity.Pushes;

/// <summary>The log of pushes by pass, device and result, newest first, live.</summary>
public sealed partial class PushesPage(PushLog pushes, IOptions<PushOptions> options, NavigationManager navigation)
{
    private const int PageSize = 100;
    private const string FilterLabel = "Show those for one pass or phone";

    private static readonly Dictionary<string, object?> FilterAttributes = new(StringComparer.Ordinal) { ["aria-label"] = FilterLabel };

    [SupplyParameterFromQuery(Name = "pass")]
    public string? PassQuery { get; set; }

    [SupplyParameterFromQuery(Name = "device")]
    public string? DeviceQuery { get; set; }

    [SupplyParameterFromQuery(Name = "result")]
    public string? OutcomeQuery { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public string? BeforeQuery { get; set; }

    protected override bool IsLoaded => Found is not null && Equals(LoadedFor, (Filter, Before));

    private PushLogFilter Filter => new() { PassId = QueryNumber.Id(PassQuery), DeviceId = QueryNumber.Id(DeviceQuery), Outcome = Outcome };

    private PushOutcome? Outcome => Enum.TryParse<PushOutcome>(OutcomeQuery, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;

    private long? Before => QueryNumber.Id(BeforeQuery);

    private PushLogPage? Found { get; set; }

    private (PushLogFilter Filter, long? Before)? LoadedFor { get; set; }

    private string? PassName { get; set; }

    private string? DeviceName { get; set; }

    private int KeptDays => options.Value.KeepLogDays;

    private string AllHref => navigation.With(("pass", null), ("device", null), ("before", null));

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (filter, before) = (Filter, Before);
        (PassName, DeviceName) = filter is { PassId: null, DeviceId: null } ? (null, null) : await pushes.NamesAsync(filter, cancellationToken);
        Found = await pushes.PageAsync(filter, before, PageSize, cancellationToken);
        LoadedFor = (filter, before);
    }

    // An older page does not move while new attempts come in.
    protected override bool Concerns(PortalEventBatch news) => Before is null && news.Has(PortalEventKind.PushAnswered);

    private async Task<IEnumerable<PushLogChoice>> ChoicesAsync(string? search, CancellationToken cancellationToken) =>
        await pushes.ChoicesAsync(search ?? "", cancellationToken);

    private static string? NameOf(PushLogChoice? choice) => choice?.Name;

    private void Choose(PushLogChoice? choice)
    {
        if (choice is not null)
            navigation.NavigateTo(navigation.With(("pass", choice.PassId), ("device", choice.DeviceId), ("before", null)));
    }

    private string HrefFor(PushOutcome? outcome) => navigation.With(("result", outcome?.ToString().ToLowerInvariant()), ("before", null));
}
