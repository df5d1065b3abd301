using System.Globalization;
using System.Security.Claims;

namespace Portal.Shell;

public sealed partial class UserMenu
{
    internal static string Name(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } name ? name : user.Identity?.Name ?? "";

    internal static string Initials(string name)
    {
        var words = name.Split([' ', '.', '@'], StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length switch
        {
            0 => "?",
            1 => StringInfo.GetNextTextElement(words[0]),
            _ => StringInfo.GetNextTextElement(words[0]) + StringInfo.GetNextTextElement(words[^1]),
        };
        return letters.ToUpper(CultureInfo.CurrentCulture);
    }
}
