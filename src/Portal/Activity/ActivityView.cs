namespace Portal.Activity;

/// <summary>What the activity page shows.</summary>
public enum ActivityView
{
    Changes,
    Pushes,
    Complaints,
}
