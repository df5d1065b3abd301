using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Passbook.Generator;
using Portal.Activity;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Preview;
using Portal.Shell;

namespace Portal.Passes;

/// <summary>Issues one pass by a form made of its design's fields.</summary>
public sealed partial class NewPassPage(
    DesignStore store,
    DesignLibrary library,
    PassChanges changes,
    AuthenticationStateProvider authentication,
    NavigationManager navigation,
    ILogger<NewPassPage> logger)
{
    private readonly ChangeAttempt _attempt = new();
    private DesignDocument? _document;

    [SupplyParameterFromQuery(Name = "design")]
    public string? DesignQuery { get; set; }

    private long? DesignId => QueryNumber.Id(DesignQuery);

    private IReadOnlyList<DesignSummary>? Designs { get; set; }

    private long ChosenId { get; set; }

    private PassDraft? Draft { get; set; }

    private Pass? Drawn { get; set; }

    private PreviewImages Images { get; set; } = PreviewImages.None;

    private string? SerialNumber { get; set; }

    private string? Problem { get; set; }

    private bool IsSaving { get; set; }

    protected override bool IsLoaded => Designs is not null && (DesignId == ChosenId || Designs.All(design => design.Id != DesignId));

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Designs = [.. (await store.ListAsync(search: null, cancellationToken)).Where(design => design.PublishedNumber is not null)];
        var chosen = Designs.FirstOrDefault(design => design.Id == DesignId) ?? (Designs.Count > 0 ? Designs[0] : null);
        if (chosen is not null && chosen.Id != ChosenId)
            await OpenAsync(chosen.Id, cancellationToken);
    }

    // The form is nobody else's business: news would only disturb who is typing.
    protected override bool Concerns(PortalEventBatch news) => false;

    private async Task OpenAsync(long designId, CancellationToken cancellationToken)
    {
        _document = (await library.FindPublishedAsync(designId, cancellationToken))?.Document;
        if (_document is null)
            return;
        ChosenId = designId;
        Images = PreviewImages.Of(await library.LoadAssetsAsync(_document, cancellationToken));
        Draft = new PassDraft(_document, PassValues.Empty, CultureInfo.CurrentCulture);
        Redraw();
    }

    private void Choose(long designId) => navigation.NavigateTo($"admin/passes/new?design={designId}", replace: true);

    private void Redraw()
    {
        Problem = _attempt.IsUnknown ? IssueWords.Unknown : null;
        if (_document is null || Draft is null || Designs?.FirstOrDefault(design => design.Id == ChosenId) is not { } design)
            return;
        Drawn = PassRenderer.Render(_document, new PassContext
        {
            PassTypeIdentifier = design.PassTypeIdentifier, TeamIdentifier = "", OrganizationName = design.OrganizationName,
            SerialNumber = string.IsNullOrWhiteSpace(SerialNumber) ? "(invented)" : SerialNumber.Trim(), Values = Draft.Values,
        });
    }

    private async Task IssueAsync()
    {
        if (IsSaving || Draft is not { IsValid: true })
            return;
        IsSaving = true;
        try
        {
            var author = (await authentication.GetAuthenticationStateAsync()).User.ToAuthor();
            var serial = string.IsNullOrWhiteSpace(SerialNumber) ? null : SerialNumber.Trim();
            var wanted = new NewPass(Draft.Values, serial) { ChangeId = _attempt.For($"{ChosenId} {Draft.Values.ToJson()} {serial}") };
            var pass = await changes.IssueAsync(ChosenId, wanted, author, Left);
            _attempt.Settle();
            navigation.NavigateTo($"admin/passes/{pass.Id}");
        }
        catch (PassIssueException error)
        {
            _attempt.Settle();
            Problem = error.Message;
            if (error.FieldId is { } field)
                Draft.Blame(field, error.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.IssueFailed(logger, ChosenId, error);
            if (error is OutcomeUnknownException)
                _attempt.Lose();
            Problem = _attempt.IsUnknown ? IssueWords.Unknown : IssueWords.NotIssued;
        }
        finally
        {
            IsSaving = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A pass of design {DesignId} could not be issued")]
        public static partial void IssueFailed(ILogger logger, long designId, Exception error);
    }
}
