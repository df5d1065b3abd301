namespace Passbook.Generator;

/// <summary>Rules about the pass as a whole.</summary>
internal static class PassRules
{
    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.FormatVersion != 1)
            problems.Error("$.formatVersion", PassProblemCode.FormatVersion, "The format version must be 1: set it to 1.");
        Require("$.passTypeIdentifier", "pass type identifier is missing: write the one registered with Apple, such as pass.com.example.coffee", pass.PassTypeIdentifier, problems);
        Require("$.serialNumber", "serial number is missing: give the pass a number that no other of its type has", pass.SerialNumber, problems);
        Require("$.teamIdentifier", "team identifier is missing: write the ten letters and digits of your team at Apple", pass.TeamIdentifier, problems);
        Require("$.organizationName", "organisation is missing: write who issues the pass, which the lock screen shows", pass.OrganizationName, problems);
        Require("$.description", "description is missing: write in a few words what the pass is, for those who hear it read out", pass.Description, problems);
        if (HasControl(pass.SerialNumber))
            problems.Warning("$.serialNumber", PassProblemCode.SerialNumberInvalid, "The serial number has a line break or another invisible sign in it: write it in letters and digits only.");
        if (pass.LogoText?.Length > TextLength.LogoText)
            TextLength.Warn("$.logoText", pass.LogoText.Length, TextLength.LogoText, problems);
    }

    private static void Require(string path, string sentence, string value, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(value))
            problems.Error(path, PassProblemCode.RequiredEmpty, $"The {sentence}.");
    }

    private static bool HasControl(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');
}
