using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Passbook.Generator;
using Portal.Activity;
using Portal.Activity.Complaints;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Devices;
using Portal.Preview;
using Portal.Shell;

namespace Portal.Passes;

/// <summary>One pass: its fields, what its phones will show, where it is, and its history.</summary>
public sealed partial class PassPage(
    PassDesk desk,
    PassChanges changes,
    DeviceQueries devices,
    ChangeLog log,
    Arrivals arrivals,
    ComplaintLog complaints,
    AuthenticationStateProvider authentication,
    IDialogService dialogs,
    ISnackbar snackbar,
    ILogger<PassPage> logger)
{
    private const int HistoryLength = 30;
    private const int MostComplaints = 10;

    private long? _loadedId;
    private readonly ChangeAttempt _attempt = new();
    private IReadOnlyList<OtherSave> _others = [];

    [Parameter]
    public long PassId { get; set; }

    private PassView? View { get; set; }

    private PassDraft? Draft { get; set; }

    private Pass Drawn { get; set; } = null!;

    private IReadOnlyList<ChangeNotice> Notices { get; set; } = [];

    private bool IsSameOnPhones { get; set; }

    /// <summary>Whether the last save went out to phones.</summary>
    private bool IsUnderway { get; set; }

    private IReadOnlyList<DevicePass> OnDevices { get; set; } = [];

    private IReadOnlyList<ChangeEntry> History { get; set; } = [];

    private IReadOnlyDictionary<Guid, Arrival> HistoryArrivals { get; set; } = new Dictionary<Guid, Arrival>();

    private IReadOnlyList<ComplaintGroup> Complaints { get; set; } = [];

    private Arrival Arrival { get; set; } = Arrival.None;

    private bool IsMissing { get; set; }

    private bool IsSaving { get; set; }

    private string? SavedNote { get; set; }

    private string? SaveProblem { get; set; }

    private string? ConflictNote => _others.Count > 0 && Draft is { IsChanged: true } ? CollisionWords.Note(_others, Draft) : null;

    protected override bool IsLoaded => _loadedId == PassId;

    private string Title => View?.Pass.Holder ?? View?.Pass.SerialNumber ?? "Pass";

    private PhoneReach Phones
    {
        get
        {
            var pushed = OnDevices.Where(device => device.EndedAt is null).ToLookup(device => device is { Kind: PushKind.Apple, RetiredReason: null });
            return new PhoneReach(pushed[true].Count(), pushed[false].Count());
        }
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!IsLoaded)
            _attempt.Settle();
        var view = await desk.FindAsync(PassId, cancellationToken);
        IsMissing = view is null;
        if (view is not null)
        {
            OnDevices = await devices.OfPassAsync(PassId, cancellationToken);
            History = await log.OfPassAsync(PassId, view.Pass.DesignId, HistoryLength, cancellationToken);
            HistoryArrivals = await arrivals.OfHistoryAsync(PassId, [.. History.Select(change => change.Id)], cancellationToken);
            Complaints = await complaints.GroupsAsync(PassId, MostComplaints, cancellationToken);
            Arrival = (await arrivals.OfPassesAsync([PassId], cancellationToken)).GetValueOrDefault(PassId, Arrival.None);
            Take(view, View is null ? [] : await desk.SavedBetweenAsync(View, view, cancellationToken));
            FindLostSave();
        }

        _loadedId = PassId;
    }

    protected override bool Concerns(PortalEventBatch news) =>
        View is null || news.ConcernsPass(PassId, View.Pass.DesignId);

    private void FindLostSave()
    {
        if (!_attempt.IsUnknown || History.FirstOrDefault(change => change.Id == _attempt.Id) is not { } found)
            return;
        _attempt.Settle();
        (SaveProblem, SavedNote, IsUnderway) = (null, SaveWords.SavedAfterAll, !found.IsSameOnPhones);
    }

    private void Take(PassView view, IReadOnlyList<OtherSave> between)
    {
        // One's own save that nobody answered is no other's.
        IReadOnlyList<OtherSave> saves = [.. between.Where(save => save.ChangeId != _attempt.Id)];
        var stored = PassValues.Parse(view.Pass.Values);
        if (View is not null && View.Pass.Id == view.Pass.Id && Draft is not null)
        {
            var typed = Draft.IsChanged;
            if (!ReferenceEquals(View.Document, view.Document))
                Draft = Draft.Under(view.Document);
            Draft.Rebase(stored, saves);
            if (typed)
                _others = [.. _others, .. saves];
        }
        else
        {
            Draft = new PassDraft(view.Document, stored, CultureInfo.CurrentCulture);
        }

        View = view;
        Redraw();
    }

    private void Redraw()
    {
        if (View is null || Draft is null)
            return;
        Drawn = desk.Draw(View, Draft.Values);
        Notices = ChangeNotices.Between(View.Drawn, Drawn);
        IsSameOnPhones = Draft.IsChanged && PhonePass.IsSame(View.Drawn, Drawn);
        SaveProblem = _attempt.IsUnknown ? SaveWords.Unknown : null;
        if (Draft.IsChanged)
            SavedNote = null;
    }

    private void Discard()
    {
        Draft = null;
        _others = [];
        Take(View!, []);
    }

    private Task SaveAsync() => SaveAsync(voided: null);

    private async Task ToggleVoidAsync()
    {
        var voids = !View!.Pass.Voided;
        if (await Confirm.AskAsync(dialogs, VoidWords.Title(voids), VoidWords.Question(voids, Phones), VoidWords.Action(voids, Phones)))
            await SaveAsync(voids);
    }

    private async Task SaveAsync(bool? voided)
    {
        if (IsSaving || EditOf(voided) is not { } edit)
            return;
        IsSaving = true;
        try
        {
            // Something else is to be saved than what may have been saved already: this begins with what is stored now.
            if (_attempt.IsUnknown && !_attempt.IsAt(ContentOf(edit)))
            {
                await ReloadAsync();
                if (LoadProblem is not null || EditOf(voided) is not { } anew || (voided is null && !Draft!.IsChanged))
                    return;
                edit = anew;
            }

            var author = (await authentication.GetAuthenticationStateAsync()).User.ToAuthor();
            await TellAsync(await changes.SaveAsync(edit with { ChangeId = _attempt.For(ContentOf(edit)) }, author, Left), voided);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.SaveFailed(logger, PassId, error);
            if (error is OutcomeUnknownException)
                _attempt.Lose();
            SaveProblem = _attempt.IsUnknown ? SaveWords.Unknown : SaveWords.NotSaved;
        }
        finally
        {
            IsSaving = false;
        }
    }

    /// <summary>What is to be saved, its id still to be given; null while it cannot be.</summary>
    private PassEdit? EditOf(bool? voided) =>
        View is null || Draft is not { IsValid: true } || (voided is null && Draft.Colliding.Any()) ? null : new PassEdit
        {
            ChangeId = Guid.Empty, PassId = PassId, ExpectedRevision = View.Pass.Revision, Voided = voided,
            Values = voided is null ? Draft.Edits : new Dictionary<string, string?>(StringComparer.Ordinal),
        };

    private static string ContentOf(PassEdit edit) => JsonSerializer.Serialize(edit);

    private async Task TellAsync(SaveOutcome outcome, bool? voided)
    {
        _attempt.Settle();
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                IsUnderway = !saved.IsSameOnPhones;
                SavedNote = saved.IsSameOnPhones ? SaveWords.SameOnPhones : SaveWords.WhoIsTold(saved.Phones);
                snackbar.Add(voided is { } voids ? VoidWords.Done(voids) : "Saved", Severity.Success);
                if (voided is null)
                    Draft = null;
                await ReloadAsync();
                // This save is one's own.
                _others = [];
                break;
            case SaveOutcome.Unchanged:
                IsUnderway = false;
                SavedNote = "Nothing had changed, so nobody was woken.";
                break;
            case SaveOutcome.Conflict:
                await ReloadAsync();
                if (voided is { } wanted)
                    SaveProblem = VoidWords.InBetween(wanted);
                break;
            case SaveOutcome.Invalid invalid:
                Draft!.Blame(invalid.FieldId, invalid.Problem);
                SaveProblem = invalid.Problem;
                break;
            default:
                IsMissing = true;
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Pass {PassId} could not be saved")]
        public static partial void SaveFailed(ILogger logger, long passId, Exception error);
    }
}
