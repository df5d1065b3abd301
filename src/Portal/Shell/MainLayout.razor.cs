using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Portal.Shell;

public sealed partial class MainLayout(NavigationManager navigation, IEnumerable<WorkspaceNotice> notices, IEnumerable<WorkspaceAlert> alerts)
{
    private ErrorBoundary? _boundary;

    private IEnumerable<WorkspaceNotice> Notices => notices;

    private IEnumerable<WorkspaceAlert> Alerts => alerts;

    /// <summary>The whole address: a bare fragment would be resolved against the page's base and lead to the start page.</summary>
    private string SkipAddress => navigation.Uri.Split('#')[0] + "#content";

    /// <summary>A broken page does not stay broken when its reader goes elsewhere.</summary>
    protected override void OnParametersSet() => _boundary?.Recover();

    private void Recover() => _boundary?.Recover();
}
