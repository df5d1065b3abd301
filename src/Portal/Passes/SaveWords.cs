using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said after a save.</summary>
public static class SaveWords
{
    /// <summary>Before and after a save that changes the pass in the portal and nothing on a phone.</summary>
    public const string SameOnPhones = "Phones show the same as before, so nobody is told.";

    /// <summary>True from the save to the arrival: how far it has come, the ring beside it says.</summary>
    public static string WhoIsTold(int phones) =>
        phones == 0 ? "On no phone yet, so nobody is told." : $"It goes to {Counted.Phones(phones)}.";
}
