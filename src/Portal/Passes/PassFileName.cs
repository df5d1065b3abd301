using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Portal.Passes;

/// <summary>The file name a pass is saved under.</summary>
public static class PassFileName
{
    private const int Longest = 100;
    private const string Forbidden = "/\\:\"<>|?*%;'";

    /// <summary>The <c>Content-Disposition</c> header (RFC 6266) of a pass with this serial number, whatever stands in it.</summary>
    public static string Disposition(string serialNumber)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(Clean(serialNumber) + ".pkpass");
        return header.ToString();
    }

    private static string Clean(string serialNumber)
    {
        var name = string.Create(Math.Min(serialNumber.Length, Longest), serialNumber, static (letters, text) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = IsSafe(text[i]) ? text[i] : '_';
        });
        name = name.Trim('.', ' ');
        return name.Length == 0 ? "pass" : name;
    }

    // Format characters turn the direction of a text; half a surrogate pair cannot be encoded, so both halves go.
    private static bool IsSafe(char letter) =>
        !Forbidden.Contains(letter, StringComparison.Ordinal)
        && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
