using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Activity.Complaints;

/// <summary>What phones complain of, in sentences with what to do.</summary>
public sealed partial class ComplaintTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ComplaintGroup> Groups { get; set; }

    /// <summary>The only pass they are about; null where they are about any.</summary>
    [Parameter]
    public long? PassId { get; set; }

    private string HrefOf(ComplaintGroup group) => string.Create(
        CultureInfo.InvariantCulture, $"{ActivityTabs.Complaints}?of={group.Newest}{(PassId is { } pass ? $"&pass={pass}" : "")}");
}
