namespace Portal.Data.Activity;

/// <summary>The kind of a change.</summary>
public enum ChangeKind
{
    Issue,
    Edit,
    Void,
    Restore,
    Delete,
    Publish,
}
