using Microsoft.AspNetCore.Components;

namespace Portal.Shell;

/// <summary>Stands in for a page whose visitor's session ended while the page was open.</summary>
public sealed partial class SignInAgain(NavigationManager navigation)
{
    private string SignInAddress =>
        "/admin/account/sign-in?returnUrl=" + Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri));
}
