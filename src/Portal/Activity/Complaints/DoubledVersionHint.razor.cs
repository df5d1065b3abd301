namespace Portal.Activity.Complaints;

/// <summary>Says that passes are out there whose web service address has the version in it, live; nothing while no phone showed it.</summary>
public sealed partial class DoubledVersionHint(WalletHints hints)
{
    protected override bool IsLoaded => LastAt is not null;

    private DateTimeOffset? LastAt { get; set; }

    protected override Task LoadAsync(CancellationToken cancellationToken)
    {
        LastAt = hints.DoubledVersionAt;
        return Task.CompletedTask;
    }

    protected override bool Concerns(PortalEventBatch news) => news.Has(PortalEventKind.DeviceComplained);
}
