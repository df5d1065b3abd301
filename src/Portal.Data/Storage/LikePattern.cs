namespace Portal.Data.Storage;

/// <summary>Turns what a person typed into a LIKE pattern in which nothing is special.</summary>
public static class LikePattern
{
    public const string Escape = "\\";

    private const int Longest = 200;

    /// <summary>Matches lower-case text that contains what was typed; longer input is cut at 200 characters.</summary>
    public static string Containing(string typed)
    {
        var text = typed.Trim().Replace("\0", "", StringComparison.Ordinal).ToLowerInvariant();
        if (text.Length > Longest)
            text = text[..Longest];
        var escaped = text.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
        return $"%{escaped}%";
    }
}
