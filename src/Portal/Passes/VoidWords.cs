using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said around voiding a pass and making it valid again.</summary>
public static class VoidWords
{
    public static string Title(bool voids) => voids ? "Void this pass?" : "Make this pass valid again?";

    public static string Question(bool voids, int phones)
    {
        var shows = voids ? "Wallet will show it greyed and invalid" : "Wallet will show it as valid";
        return phones == 0
            ? $"{shows} wherever it is added from now on; it is on no phone yet. You can undo this."
            : $"{shows} on {Counted.Phones(phones)}. You can undo this.";
    }

    public static string Action(bool voids, int phones) => (voids ? "Void" : "Make valid") + (phones == 0 ? "" : $" and update {Counted.Phones(phones)}");

    public static string Done(bool voids) => voids ? "Voided" : "Valid again";
}
