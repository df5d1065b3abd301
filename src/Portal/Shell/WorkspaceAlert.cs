namespace Portal.Shell;

/// <summary>A component above every page that shows itself while something is wrong; a feature registers it as a singleton.</summary>
/// <param name="Component">Its type. It has no parameters.</param>
public sealed record WorkspaceAlert(Type Component);
