using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Shell;

/// <summary>Asks before something that reaches phones or cannot be taken back, and says what it will do.</summary>
public sealed partial class Confirm
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will happen, with counts: 'This updates 1,204 passes on 987 phones.'</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The button in its own words: 'Publish and update 987 phones', never 'OK'.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    [Parameter]
    public string CancelText { get; set; } = "Cancel";

    [Parameter]
    public bool Destructive { get; set; }

    /// <summary>More than a sentence, such as the notification text.</summary>
    [Parameter]
    public RenderFragment? Details { get; set; }

    /// <summary>Shows the dialog; true when it was accepted.</summary>
    public static async Task<bool> AskAsync(
        IDialogService dialogs, string title, string text, string action, bool destructive = false, RenderFragment? details = null)
    {
        var parameters = new DialogParameters<Confirm>
        {
            { confirm => confirm.Title, title },
            { confirm => confirm.Text, text },
            { confirm => confirm.Action, action },
            { confirm => confirm.Destructive, destructive },
            { confirm => confirm.Details, details },
        };
        var dialog = await dialogs.ShowAsync<Confirm>(title, parameters);
        return await dialog.Result is { Canceled: false };
    }

    private void Cancel() => Dialog.Cancel();

    private void Accept() => Dialog.Close();
}
