using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said around voiding a pass and making it valid again.</summary>
public static class VoidWords
{
    public static string Title(bool voids) => voids ? "Void this pass?" : "Make this pass valid again?";

    public static string Question(bool voids, PhoneReach phones)
    {
        var shows = voids ? "Wallet will show it greyed and invalid" : "Wallet will show it as valid";
        return phones switch
        {
            { Total: 0 } => $"{shows} wherever it is added from now on; it is on no phone yet. You can undo this.",
            { Pushed: 0 } => $"{shows} wherever it is added from now on; it is on {SaveWords.NotFromHere(phones)}. You can undo this.",
            { NotFromHere: 0 } => $"{shows} on {Counted.Phones(phones.Pushed)}. You can undo this.",
            _ => $"{shows} on {Counted.Phones(phones.Pushed)}. {SaveWords.Also(phones)} You can undo this.",
        };
    }

    public static string Action(bool voids, PhoneReach phones) =>
        (voids ? "Void" : "Make valid") + (phones.Pushed == 0 ? "" : $" and update {Counted.Phones(phones.Pushed)}");

    public static string Done(bool voids) => voids ? "Voided" : "Valid again";

    /// <summary>Somebody saved the pass while the question was asked.</summary>
    public static string InBetween(bool voids) =>
        $"{(voids ? "Not voided" : "Not made valid")}: the pass was changed in between. Look at it again, then {(voids ? "void it" : "make it valid")}.";
}
