using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said around a save.</summary>
public static class SaveWords
{
    /// <summary>Before and after a save that changes the pass in the portal and nothing on a phone.</summary>
    public const string SameOnPhones = "Phones show the same as before, so nobody is told.";

    /// <summary>After a save that was certainly not made.</summary>
    public const string NotSaved = "Not saved: the database did not answer. What you typed is still here; try again.";

    /// <summary>After a save of which nobody knows whether it was made. Stays until that is known.</summary>
    public const string Unknown =
        "We do not know whether it was saved: the database did not answer. What you typed is still here. Try again: it is saved once only. Or load this page anew to see.";

    /// <summary>Once the save of which nobody knew was found.</summary>
    public const string SavedAfterAll = "The last save did arrive.";

    /// <summary>Before a save that wakes nobody; null when it wakes somebody.</summary>
    public static string? NobodyWillBeTold(PhoneReach phones) => phones switch
    {
        { Total: 0 } => "This pass is on no phone yet, so nobody will be told.",
        { Pushed: 0 } => $"This pass is on {NotFromHere(phones)}, so nobody will be told.",
        _ => null,
    };

    /// <summary>True from the save to the arrival: how far it has come, the ring beside it says.</summary>
    public static string WhoIsTold(PhoneReach phones) => phones switch
    {
        { Total: 0 } => "On no phone yet, so nobody is told.",
        { Pushed: 0 } => $"It is on {NotFromHere(phones)}, so nobody is told.",
        _ => string.Join(' ', new[] { $"It goes to {Counted.Phones(phones.Pushed)}.", Also(phones) }.OfType<string>()),
    };

    /// <summary>Beside those that are pushed, the phones that are not; null when there are none.</summary>
    public static string? Also(PhoneReach phones) => phones is { Pushed: > 0, NotFromHere: > 0 } ? $"It is also on {NotFromHere(phones)}." : null;

    /// <summary>Phones that keep what they have until they ask by themselves.</summary>
    public static string NotFromHere(PhoneReach phones) => $"{Counted.Phones(phones.NotFromHere)} that cannot be pushed from here yet";
}
