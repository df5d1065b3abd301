namespace Portal.Passes;

/// <summary>Who makes a change: the name colleagues will see beside it, and the account when it was a person.</summary>
public sealed record Author(string Name, string? UserId = null)
{
    /// <summary>The demo workspace setting itself up.</summary>
    public static readonly Author Demo = new("Demo");
}
