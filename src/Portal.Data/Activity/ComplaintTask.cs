namespace Portal.Data.Activity;

/// <summary>What a device was about when something was wrong for it.</summary>
public enum ComplaintTask
{
    Unknown,

    Register,

    Unregister,

    /// <summary>It asked which passes changed.</summary>
    List,

    /// <summary>It fetched a pass.</summary>
    Fetch,

    Personalize,
}
