using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using Passbook.Generator;
using Portal.Activity;
using Portal.Passes;
using Portal.Preview;
using Portal.Shell;

namespace Portal.Designs.Editing;

/// <summary>Edits one design beside its drawing, saves drafts of it and publishes them.</summary>
public sealed partial class EditDesignPage(
    DesignStore store,
    DesignLibrary library,
    DesignPublisher publisher,
    AuthenticationStateProvider authentication,
    IDialogService dialogs,
    ISnackbar snackbar,
    NavigationManager navigation,
    ILogger<EditDesignPage> logger)
{
    private PassAssets _assets = PassAssets.Empty;

    [Parameter]
    public long DesignId { get; set; }

    protected override bool IsLoaded => Form?.Opened.DesignId == DesignId;

    private DesignForm? Form { get; set; }

    private bool IsMissing { get; set; }

    private bool IsBusy { get; set; }

    private string? Conflict { get; set; }

    /// <summary>Why what was last asked for did not happen, or that nobody knows whether it did; nobody else has a hand in it.</summary>
    private string? Problem { get; set; }

    private Pass Drawn { get; set; } = null!;

    private PreviewImages Images { get; set; } = PreviewImages.None;

    private IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    private IReadOnlyList<RequiresIos> Older { get; set; } = [];

    private bool CanSave => !IsBusy && Form is { IsChanged: true, Blamed.Count: 0 };

    /// <summary>Whether there is something to publish; also while it is saved for that, so that the button keeps the focus.</summary>
    private bool CanPublish => Form is { Blamed.Count: 0 } && (Form.IsChanged || Form.Opened.IsDraft) && !Problems.Any(problem => problem.IsError);

    private string Facts => Form is null ? "" : $"{StyleKey.Title(Form.Pass.Style)} · {Form.Opened.PassTypeIdentifier}";

    private string StateBadge => Form switch
    {
        { Blamed.Count: > 0 } => "badge-bad",
        { IsChanged: true } or { Opened.IsDraft: true } => "badge-warning",
        _ => "badge-good",
    };

    private string State => Form switch
    {
        { Blamed.Count: > 0 } => string.Join(" · ", Form.Blamed.Keys.Select(place => $"{place}: not yet right")),
        { IsChanged: true } => "Not saved",
        { Opened: { IsDraft: true, PublishedNumber: null } } => "Draft, never published",
        { Opened.IsDraft: true } => $"Draft saved; passes still follow version {Form.Opened.PublishedNumber}",
        _ => $"Version {Form?.Opened.PublishedNumber} is published",
    };

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var draft = await store.OpenDraftAsync(DesignId, cancellationToken);
        IsMissing = draft is null;
        if (draft is not null)
            await OpenAsync(draft, cancellationToken);
    }

    // A draft belongs to whoever edits it; what others did shows when it is saved.
    protected override bool Concerns(PortalEventBatch news) => false;

    private async Task OpenAsync(DesignDraft draft, CancellationToken cancellationToken)
    {
        _assets = await library.LoadAssetsAsync(draft.Document, cancellationToken);
        Form = new DesignForm(draft, OnChanged);
        (Conflict, Problem) = (null, null);
        Draw();
    }

    private void OnChanged()
    {
        Draw();
        _ = InvokeAsync(RedrawImagesAsync);
    }

    private void Draw()
    {
        if (Form is null)
            return;
        Drawn = PassRenderer.Render(Form.Document, SampleContext.For(Form.Document, Form.Opened.OrganizationName));
        Images = ImageEndpoints.Of(Form.Document);
        Problems = DesignProblems.Find(Form.Document, _assets, Form.Opened.OrganizationName);
        Older = RequiresIos.Find(Drawn, _assets);
        StateHasChanged();
    }

    private async Task RedrawImagesAsync()
    {
        if (Form is null)
            return;
        var assets = await library.LoadAssetsAsync(Form.Document, Left);
        if (ReferenceEquals(assets, _assets))
            return;
        _assets = assets;
        Draw();
    }

    private async Task SaveAsync()
    {
        if (await StoreAsync())
            snackbar.Add("Draft saved. No phone sees it before you publish.", Severity.Success);
    }

    private async Task<bool> StoreAsync()
    {
        if (Form is null || !CanSave)
            return false;
        (IsBusy, Problem) = (true, null);
        try
        {
            var draft = Form.Draft;
            var author = (await authentication.GetAuthenticationStateAsync()).User.ToAuthor();
            var saved = await store.SaveDraftAsync(draft, author.Name, Left);
            if (saved.Mark is not { } mark)
            {
                Conflict = $"{saved.OtherPerson} saved or published this design in the meantime. What you typed is still here, and is not saved.";
                return false;
            }

            Form.Stored(draft with { Mark = mark, Name = draft.Name.Trim() });
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.DraftNotSaved(logger, DesignId, error);
            Problem = PublishWords.DraftNotSaved;
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private async Task PublishAsync()
    {
        if (IsBusy || !CanPublish || (Form?.IsChanged == true && !await StoreAsync()))
            return;
        Problem = null;
        try
        {
            if (await PreviewAsync() is { } preview
                && await Confirm.AskAsync(dialogs, "Publish this design?", PublishWords.Question(preview), PublishWords.Action(preview), details: Details(preview)))
                await PublishAsync(preview);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.NotPublished(logger, DesignId, error);
            Problem = error is OutcomeUnknownException ? PublishWords.Unknown : PublishWords.NotPublished;
        }
    }

    private async Task<PublishPreview?> PreviewAsync()
    {
        var preview = await publisher.PreviewAsync(DesignId, Left);
        if (preview is { Draft.IsDraft: false })
        {
            // By somebody else, or by a click that nobody answered.
            snackbar.Add(PublishWords.PublishedAlready, Severity.Info);
            await ReloadAsync();
        }

        return preview is { CanPublish: true } ? preview : null;
    }

    private async Task PublishAsync(PublishPreview preview)
    {
        IsBusy = true;
        try
        {
            var author = (await authentication.GetAuthenticationStateAsync()).User.ToAuthor();
            var result = await publisher.PublishAsync(preview.Draft, Guid.CreateVersion7(), author, Left);
            if (result.Problem is { } problem)
            {
                Conflict = problem;
                return;
            }

            snackbar.Add(PublishWords.Done(result), Severity.Success);
            await ReloadAsync();
        }
        finally
        {
            IsBusy = false;
        }
    }

    private RenderFragment Details(PublishPreview preview) => builder =>
    {
        builder.OpenComponent<NoticeList>(0);
        builder.AddComponentParameter(1, nameof(NoticeList.Preview), preview);
        builder.AddComponentParameter(2, nameof(NoticeList.OrganizationName), Drawn.OrganizationName);
        builder.AddComponentParameter(3, nameof(NoticeList.Icon), Images.Icon);
        builder.CloseComponent();
    };

    private async Task TakeTheirsAsync() => await ReloadAsync();

    private async Task BeforeLeavingAsync(LocationChangingContext leaving)
    {
        var stays = new Uri(navigation.BaseUri + $"admin/designs/{DesignId}").AbsolutePath;
        if (Form?.IsChanged != true || navigation.ToAbsoluteUri(leaving.TargetLocation).AbsolutePath == stays)
            return;
        if (!await Confirm.AskAsync(dialogs, "Leave without saving?", "What you changed since the last save is lost.", "Leave", destructive: true))
            leaving.PreventNavigation();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The draft of design {DesignId} could not be saved")]
        public static partial void DraftNotSaved(ILogger logger, long designId, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "Design {DesignId} could not be published")]
        public static partial void NotPublished(ILogger logger, long designId, Exception error);
    }
}
