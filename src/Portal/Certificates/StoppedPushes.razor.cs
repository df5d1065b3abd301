using Portal.Activity;

namespace Portal.Certificates;

/// <summary>Says on every page whose pushes are stopped.</summary>
public sealed partial class StoppedPushes(CertificateList list)
{
    protected override bool IsLoaded => Stopped is not null;

    protected override TimeSpan Rest => TimeSpan.FromSeconds(1);

    private IReadOnlyList<string>? Stopped { get; set; }

    protected override async Task LoadAsync(CancellationToken cancellationToken) => Stopped = await list.StoppedAsync(cancellationToken);

    protected override bool Concerns(PortalEventBatch news) => news.Has(PortalEventKind.PushStopChanged);
}
