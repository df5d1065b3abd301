using System.Globalization;

namespace Portal.Shell;

/// <summary>Reads numbers from a page's address, where anybody may have typed anything.</summary>
public static class QueryNumber
{
    private const int HighestPage = 1_000_000;

    /// <summary>The page number: 1 for what is none, and within reach of a database for what is one.</summary>
    public static int Page(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, HighestPage) : 1;

    /// <summary>The id; null for what is none.</summary>
    public static long? Id(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
