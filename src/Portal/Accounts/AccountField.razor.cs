using Microsoft.AspNetCore.Components;

namespace Portal.Accounts;

/// <summary>A labelled plain input with its own error under it; it works without a circuit.</summary>
public sealed partial class AccountField
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The name of the posted value, such as <c>Input.Email</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>What was typed. A password is never sent back.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Autocomplete { get; set; }

    [Parameter]
    public bool Autofocus { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    private string Id => Name.Replace('.', '-').ToLowerInvariant();

    private string? DescribedBy => this switch
    {
        { Error: not null } => Id + "-error",
        { Hint: not null } => Id + "-hint",
        _ => null,
    };
}
