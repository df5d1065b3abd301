namespace Portal.Data.Passes;

/// <summary>What a search looks through. Lowered here, for SQLite's own <c>lower</c> knows the ASCII letters only.</summary>
public static class PassSearchText
{
    /// <summary>The text of a pass: its serial number and what it sets itself, never the names of its fields.</summary>
    public static string Of(string serialNumber, PassValues values) =>
        string.Join('\n', values.Fields.Values.Prepend(serialNumber)).ToLowerInvariant();
}
