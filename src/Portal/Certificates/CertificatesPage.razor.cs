using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Portal.Activity;
using Portal.Passes;
using Portal.Push;
using Portal.Shell;

namespace Portal.Certificates;

/// <summary>The pass types, how their certificates stand, and whether their pushes go.</summary>
public sealed partial class CertificatesPage(
    CertificateList list, PushTopics topics, IDialogService dialogs, ISnackbar snackbar, AuthenticationStateProvider people)
{
    private readonly Dictionary<int, CertificateItem> _items = [];
    private bool _isAsking;
    private int? _mended;

    [PersistentState]
    public IReadOnlyList<CertificateCard>? Cards { get; set; }

    protected override bool IsLoaded => Cards is not null;

    protected override async Task LoadAsync(CancellationToken cancellationToken) => Cards = await list.LoadAsync(cancellationToken);

    // Passes and phones are counted, and answers come all day long.
    protected override TimeSpan Rest => TimeSpan.FromSeconds(5);

    protected override bool Concerns(PortalEventBatch news) => news.Has(
        PortalEventKind.CertificateChanged, PortalEventKind.DesignPublished, PortalEventKind.PassChanged,
        PortalEventKind.PushAnswered, PortalEventKind.PushStopChanged, PortalEventKind.RegistrationChanged);

    // Not before the button is gone: the dialog, which closes meanwhile, gives the focus back to it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_mended is not { } passTypeId)
            return;
        _mended = null;
        await _items[passTypeId].FocusAsync();
    }

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

    private Task ResumeAsync(int passTypeId) => ActAsync(passTypeId, async card =>
    {
        if (card.Stop is not { } stop)
            return "They were resumed meanwhile.";
        if (!await Confirm.AskAsync(dialogs, PushStopWords.Title, PushStopWords.Question(stop, card.CanSign), PushStopWords.Action(stop)))
            return null;
        await topics.ResumeAsync(passTypeId, await WhoAsync(), Left);
        return $"Pushes of {card.Identifier} are resumed.";
    });

    private Task UndoAsync(int passTypeId) => ActAsync(passTypeId, async card =>
    {
        if (card.Retired is not { } retired)
            return "They are back already.";
        if (!await Confirm.AskAsync(dialogs, RetirementWords.Title, RetirementWords.Question(retired, card.Stop is not null), RetirementWords.Action(retired)))
            return null;
        return RetirementWords.Done(await topics.UndoRetirementsAsync(passTypeId, retired.Since, await WhoAsync(), Left));
    });

    /// <summary>Does something with a card as it is now, not as it was drawn: what is asked has to be what is done.</summary>
    private async Task ActAsync(int passTypeId, Func<CertificateCard, Task<string?>> act)
    {
        if (_isAsking)
            return;
        _isAsking = true;
        try
        {
            await ReloadAsync();
            if (LoadProblem is not null || Cards?.FirstOrDefault(card => card.PassTypeId == passTypeId) is not { } card)
                return;
            if (await act(card) is not { } done)
                return;
            snackbar.Add(done, Severity.Success);
            await ReloadAsync();
            if (LoadProblem is null)
                _mended = passTypeId;
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task<string> WhoAsync() => (await people.GetAuthenticationStateAsync()).User.ToAuthor().Name;
}
