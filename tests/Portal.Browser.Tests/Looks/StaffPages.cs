using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Portal.Browser.Tests.Looks;

/// <summary>The addresses of all staff pages, read from the portal itself, so that none can be forgotten.</summary>
internal static partial class StaffPages
{
    /// <summary>Every page that needs somebody signed in, with 1 for each number in its address, and an id that nothing has.</summary>
    public static IReadOnlyList<string> Guarded { get; } = Addresses(isGuarded: true);

    /// <summary>Every page that needs nobody.</summary>
    public static IReadOnlyList<string> Open { get; } = Addresses(isGuarded: false);

    private static IReadOnlyList<string> Addresses(bool isGuarded) =>
    [
        .. typeof(PortalApp).Assembly.GetTypes()
            .Where(page => page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true) != isGuarded)
            .SelectMany(page => page.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(route => Parameter().Replace(route.Template, Value))
            .Where(address => address.StartsWith("/admin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Value(Match parameter) =>
        parameter.Value.EndsWith(":guid}", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
