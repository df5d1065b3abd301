namespace Portal.Data;

/// <summary>A number with its noun, for sentences people read: <c>1 phone</c>, <c>1,204 passes</c>.</summary>
public static class Counted
{
    /// <summary>The number in the reader's digits, and the noun in the singular beside a one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The singular.</param>
    /// <param name="many">The plural; null adds an s.</param>
    public static string Of(long count, string one, string? many = null) => $"{count:N0} {(count == 1 ? one : many ?? one + "s")}";

    public static string Passes(long count) => Of(count, "pass", "passes");

    public static string Phones(long count) => Of(count, "phone");

    public static string Devices(long count) => Of(count, "device");
}
