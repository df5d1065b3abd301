using Portal.Data;

namespace Portal.Passes;

/// <summary>What is said after a save.</summary>
public static class SaveWords
{
    public static string WhoIsTold(int phones) => phones switch
    {
        0 => "On no phone yet, so nobody is told.",
        1 => "1 phone is being told.",
        _ => $"{Counted.Phones(phones)} are being told.",
    };
}
