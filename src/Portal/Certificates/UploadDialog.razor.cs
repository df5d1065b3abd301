using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Portal.Certificates;

/// <summary>Takes a .p12 with its password; a refusal stays on the page with what was typed.</summary>
public sealed partial class UploadDialog(CertificateStore store, AuthenticationStateProvider authentication) : IDisposable
{
    private static readonly Dictionary<string, object?> NoAutocomplete = new(StringComparer.Ordinal) { ["autocomplete"] = "off" };

    private readonly CancellationTokenSource _closed = new();
    private IBrowserFile? _file;
    private string? _password;
    private string? _refusal;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The card whose certificate is replaced; null for any.</summary>
    [Parameter]
    public CertificateCard? Replaces { get; set; }

    private string Title => Replaces is null ? "Upload a certificate" : "Replace the certificate";

    private string Hint => Replaces is null
        ? "The pass type certificate from Apple as a .p12 with its private key. Its pass type appears here by itself."
        : $"A newer certificate for {Replaces.Identifier} of team {Replaces.TeamIdentifier}. Nothing stops while it changes.";

    /// <summary>Shows the dialog; what was taken, or null when it was cancelled.</summary>
    public static async Task<TakenCertificate?> ShowAsync(IDialogService dialogs, CertificateCard? replaces)
    {
        var parameters = new DialogParameters<UploadDialog> { { dialog => dialog.Replaces, replaces } };
        var dialog = await dialogs.ShowAsync<UploadDialog>(null, parameters);
        return await dialog.Result is { Canceled: false, Data: TakenCertificate taken } ? taken : null;
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private void Choose(InputFileChangeEventArgs chosen) => (_file, _refusal) = (chosen.File, null);

    private void Cancel() => Dialog.Cancel();

    private async Task UploadAsync()
    {
        if (_file is not { } file || _busy)
            return;
        (_busy, _refusal) = (true, null);
        try
        {
            if (file.Size > CertificateStore.LargestFile)
                throw new CertificateRefusedException($"The file is larger than {CertificateStore.LargestFile / 1024} kB: that is no certificate.");
            var taken = await store.UploadAsync(await ReadAsync(file), _closed.Token);
            Dialog.Close(DialogResult.Ok(taken));
        }
        catch (CertificateRefusedException refused)
        {
            _refusal = refused.Message;
        }
        catch (IOException)
        {
            _refusal = "The file could not be read from your computer. Choose it once more.";
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<CertificateUpload> ReadAsync(IBrowserFile file)
    {
        using var content = new MemoryStream((int)file.Size);
        await using var stream = file.OpenReadStream(CertificateStore.LargestFile, _closed.Token);
        await stream.CopyToAsync(content, _closed.Token);
        var state = await authentication.GetAuthenticationStateAsync();
        return new CertificateUpload(content.ToArray(), _password, state.User.Identity?.Name ?? "", Replaces?.PassTypeId);
    }
}
