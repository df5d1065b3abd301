using Microsoft.AspNetCore.Components;
using Portal.Activity;
using Portal.Shell;

namespace Portal.Devices;

/// <summary>Every wallet that registered a pass, live.</summary>
public sealed partial class DevicesPage(DeviceQueries devices, NavigationManager navigation)
{
    private const int PageSize = 50;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    private DevicePage? Devices { get; set; }

    private string? LoadedFor { get; set; }

    protected override bool IsLoaded => Devices is not null && string.Equals(LoadedFor, Wanted, StringComparison.Ordinal);

    private string Wanted => $"{PageNumber} {Search}";

    private int PageNumber => QueryNumber.Page(PageQuery);

    private int PageCount => Devices is null ? 0 : (Devices.Count + PageSize - 1) / PageSize;

    private long? Count => Devices?.Count;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted;
        Devices = await devices.ListAsync(Search, PageNumber - 1, PageSize, cancellationToken);
        LoadedFor = wanted;
    }

    protected override bool Concerns(PortalEventBatch news) => news.Has(
        PortalEventKind.DeviceListed, PortalEventKind.PassFetched, PortalEventKind.PushAnswered,
        PortalEventKind.RegistrationChanged, PortalEventKind.PassChanged, PortalEventKind.DesignPublished);

    private void SearchFor(string? text) => Go(text, page: null);

    private void GoTo(int page) => Go(Search, page);

    private void Go(string? search, int? page) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["q"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            ["page"] = page is null or 1 ? null : page,
        }));
}
