namespace Portal.Shell;

/// <summary>A line above every page that says what kind of workspace this is; a feature registers it as a singleton.</summary>
/// <param name="Text">One or two short sentences.</param>
/// <param name="LinkText">Where to read more, or null.</param>
/// <param name="LinkAddress">The address of <paramref name="LinkText"/>.</param>
public sealed record WorkspaceNotice(string Text, string? LinkText = null, string? LinkAddress = null);
