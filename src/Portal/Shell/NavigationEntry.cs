using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace Portal.Shell;

/// <summary>A place of the portal in the navigation.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Address">Its path.</param>
/// <param name="Icon">An icon as SVG.</param>
/// <param name="Narrow">Whether it has a seat in the bar of a phone; the others are in the menu there.</param>
public sealed record NavigationEntry(string Title, string Address, string Icon, bool Narrow = true)
{
    public NavLinkMatch Match => Address is "/admin" ? NavLinkMatch.All : NavLinkMatch.Prefix;

    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("Dashboard", "/admin", Icons.Material.Outlined.SpaceDashboard),
        new("Passes", "/admin/passes", Icons.Material.Outlined.ConfirmationNumber),
        new("Designs", "/admin/designs", Icons.Material.Outlined.Palette),
        new("Updates", "/admin/updates", Icons.Material.Outlined.Sync),
        new("Devices", "/admin/devices", Icons.Material.Outlined.PhoneIphone),
        new("Certificates", "/admin/certificates", Icons.Material.Outlined.WorkspacePremium, Narrow: false),
        new("Activity", "/admin/activity", Icons.Material.Outlined.Timeline, Narrow: false),
    ];
}
