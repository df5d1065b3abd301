using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said after a save.</summary>
public static class SaveWords
{
    /// <summary>True from the save to the arrival: how far it has come, the ring beside it says.</summary>
    public static string WhoIsTold(int phones) =>
        phones == 0 ? "On no phone yet, so nobody is told." : $"It goes to {Counted.Phones(phones)}.";
}
