using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Data.Designs;

namespace Portal.Passes;

/// <summary>The box for one field, by its kind. A bad value stays as typed, with the reason under it.</summary>
public sealed partial class FieldBox
{
    [Parameter, EditorRequired]
    public required DraftField Draft { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    private InputMode InputMode => Draft.Field.Kind is FieldKind.Number or FieldKind.Money ? InputMode.@decimal : InputMode.text;

    private Task TypeAsync(string? typed)
    {
        Draft.Typed = typed ?? "";
        return OnTyped.InvokeAsync();
    }

    private Task LeaveIncompleteAsync()
    {
        Draft.LeaveIncomplete();
        return OnTyped.InvokeAsync();
    }

    private Task TakeTheirsAsync()
    {
        Draft.TakeTheirs();
        return OnTyped.InvokeAsync();
    }

    private Task KeepOwnAsync()
    {
        Draft.KeepOwn();
        return OnTyped.InvokeAsync();
    }
}
