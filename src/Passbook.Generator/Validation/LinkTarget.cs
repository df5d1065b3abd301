namespace Passbook.Generator;

/// <summary>Where a link on the back of a pass may lead.</summary>
internal static class LinkTarget
{
    public static bool IsUsual(ReadOnlySpan<char> address)
    {
        var colon = address.IndexOf(':');
        if (colon < 0 || colon == address.Length - 1)
            return false;
        return address[..colon] is var scheme && (Is(scheme, "https") || Is(scheme, "http") || Is(scheme, "mailto") || Is(scheme, "tel"));
    }

    private static bool Is(ReadOnlySpan<char> scheme, string known) => scheme.Equals(known, StringComparison.OrdinalIgnoreCase);
}
