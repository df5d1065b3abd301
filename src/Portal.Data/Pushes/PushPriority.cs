namespace Portal.Data.Pushes;

/// <summary>Which waiting push goes first. Stored as a number: lower goes first.</summary>
public enum PushPriority
{
    /// <summary>A person changed one pass and looks at the screen.</summary>
    Single = 0,

    /// <summary>A change of many passes; paced.</summary>
    Bulk = 1,

    /// <summary>The publication of a design; paced.</summary>
    Publication = 2,
}
