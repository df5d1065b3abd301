namespace Passbook.Generator;

/// <summary>Where a link on the back of a pass, or a button, may lead.</summary>
internal static class LinkTarget
{
    public static bool IsUsual(ReadOnlySpan<char> address)
    {
        var colon = address.IndexOf(':');
        if (colon < 0 || colon == address.Length - 1)
            return false;
        return address[..colon] is var scheme && (Is(scheme, "https") || Is(scheme, "http") || Is(scheme, "mailto") || Is(scheme, "tel"));
    }

    public static bool IsUsual(Uri address) => address.IsAbsoluteUri && address.Scheme is "https" or "http" or "mailto" or "tel";

    /// <summary>True for the schemes that run or hold something in themselves, or lead into the phone: no app has one of its own by these names.</summary>
    public static bool IsNoApp(Uri address) => address.IsAbsoluteUri && address.Scheme is "javascript" or "vbscript" or "data" or "blob" or "about" or "file";

    private static bool Is(ReadOnlySpan<char> scheme, string known) => scheme.Equals(known, StringComparison.OrdinalIgnoreCase);
}
