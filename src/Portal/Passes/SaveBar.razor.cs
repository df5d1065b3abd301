using Microsoft.AspNetCore.Components;
using Portal.Activity;
using Portal.Data;
using Portal.Preview;

namespace Portal.Passes;

/// <summary>Says what a save will do before it does it, and what it did.</summary>
public sealed partial class SaveBar
{
    [Parameter, EditorRequired]
    public required PassDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangeNotice> Notices { get; set; }

    /// <summary>The phones that get a push, and those that have the pass and get none.</summary>
    [Parameter, EditorRequired]
    public PhoneReach Phones { get; set; }

    /// <summary>Whether phones would get the pass they have, so that none of them gets a push after all.</summary>
    [Parameter]
    public bool IsSameOnPhones { get; set; }

    [Parameter, EditorRequired]
    public required string OrganizationName { get; set; }

    [Parameter]
    public PreviewImage? Icon { get; set; }

    /// <summary>How far the last save has come; none when it went nowhere.</summary>
    [Parameter]
    public Arrival Arrival { get; set; } = Arrival.None;

    [Parameter]
    public bool IsSaving { get; set; }

    /// <summary>What follows from the last save; stays until something is typed. That it was saved, the snackbar says.</summary>
    [Parameter]
    public string? Done { get; set; }

    /// <summary>Why the last save did not happen, or that nobody knows whether it did.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    [Parameter]
    public EventCallback OnDiscard { get; set; }

    private IEnumerable<string> Messages => Notices.Select(notice => notice.Message).OfType<string>();

    private string PhoneWords => Counted.Phones(Phones.Pushed);

    private string WhySilent => Notices.FirstOrDefault(notice => notice.LosesMessage) is { } gone
        ? $"without a value {gone.Label} is not on the pass, and only a value notifies."
        : "the design has no notification text for this change.";

    private string ButtonText => Phones.Pushed == 0 || IsSameOnPhones ? "Save" : $"Save and update {PhoneWords}";

    private string? WaitsFor => CollisionWords.WaitsFor(Draft);

    // Where it has arrived everywhere, the ring says so.
    private string? State => IsSaving ? "Saving…" : Arrival.IsWhole ? null : Done;
}
