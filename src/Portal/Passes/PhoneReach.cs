namespace Portal.Passes;

/// <summary>The phones a pass is on: those that get a push, and those that cannot be pushed from here.</summary>
public readonly record struct PhoneReach(int Pushed, int NotFromHere)
{
    public int Total => Pushed + NotFromHere;
}
