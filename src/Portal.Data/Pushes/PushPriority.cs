namespace Portal.Data.Pushes;

/// <summary>Which waiting push goes first. Stored as a number: lower goes first.</summary>
public enum PushPriority
{
    /// <summary>A person changed one pass and looks at the screen.</summary>
    Single = 0,

    /// <summary>A publication or a bulk edit; paced.</summary>
    Bulk = 1,
}
