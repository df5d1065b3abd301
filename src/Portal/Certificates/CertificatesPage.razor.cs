using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Activity;

namespace Portal.Certificates;

/// <summary>The pass types and how their certificates stand.</summary>
public sealed partial class CertificatesPage(CertificateList list, IDialogService dialogs, ISnackbar snackbar)
{
    [PersistentState]
    public IReadOnlyList<CertificateCard>? Cards { get; set; }

    protected override bool IsLoaded => Cards is not null;

    protected override async Task LoadAsync(CancellationToken cancellationToken) => Cards = await list.LoadAsync(cancellationToken);

    protected override bool Concerns(PortalEventBatch news) => news.Has(PortalEventKind.CertificateChanged, PortalEventKind.DesignPublished);

    private async Task UploadAsync(CertificateCard? replaces)
    {
        if (await UploadDialog.ShowAsync(dialogs, replaces) is not { } taken)
            return;
        snackbar.Add(
            taken.NewPassType
                ? $"{taken.Identifier} is ready: you can make designs for it."
                : $"Passes of {taken.Identifier} are signed with the new certificate from now on.",
            Severity.Success);
        await ReloadAsync();
    }
}
