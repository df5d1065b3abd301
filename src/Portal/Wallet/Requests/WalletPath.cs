using Microsoft.AspNetCore.Http.Features;

namespace Portal.Wallet.Requests;

/// <summary>
/// The values in the path, percent-decoded exactly once. Kestrel's route values cannot tell <c>a%2Fb</c> from
/// <c>a%252Fb</c>, so they are read from the request line. A path that was folded on its way to the route is none of ours.
/// </summary>
public readonly record struct WalletPath(string Device, string PassType, string SerialNumber)
{
    /// <summary>The longest value anything is looked up by, in UTF-16 units.</summary>
    public const int LongestValue = 255;

    private const int MostSegments = 16;

    /// <summary>Reads <c>devices/{device}/registrations/{passType}/{serial}</c>.</summary>
    public static WalletPath? OfRegistration(HttpContext http)
    {
        Span<Range> parts = stackalloc Range[MostSegments];
        var path = Path(http);
        return Split(http, path, parts, 5) is { } end ? new(Value(path, parts, end - 4), Value(path, parts, end - 2), Value(path, parts, end - 1)) : null;
    }

    /// <summary>Reads <c>devices/{device}/registrations/{passType}</c>.</summary>
    public static WalletPath? OfList(HttpContext http)
    {
        Span<Range> parts = stackalloc Range[MostSegments];
        var path = Path(http);
        return Split(http, path, parts, 4) is { } end ? new(Value(path, parts, end - 3), Value(path, parts, end - 1), "") : null;
    }

    /// <summary>Reads <c>passes/{passType}/{serial}</c>.</summary>
    public static WalletPath? OfPass(HttpContext http)
    {
        Span<Range> parts = stackalloc Range[MostSegments];
        var path = Path(http);
        return Split(http, path, parts, 3) is { } end ? new("", Value(path, parts, end - 2), Value(path, parts, end - 1)) : null;
    }

    /// <summary>Whether anything can be stored under this value.</summary>
    public static bool CanBeKnown(string value) => value.Length is > 0 and <= LongestValue && !value.Contains('\0', StringComparison.Ordinal);

    private static int? Split(HttpContext http, ReadOnlySpan<char> path, Span<Range> parts, int resourceSegments)
    {
        var count = path.Split(parts, '/');
        var expected = resourceSegments + WalletFace.Of(http).PrefixSegments + http.Request.PathBase.Value.AsSpan().Count('/');
        return count == expected ? count : null;
    }

    // What is no valid UTF-8 behind its percent signs stays as it stands: it is opaque.
    private static string Value(ReadOnlySpan<char> path, ReadOnlySpan<Range> parts, int index) => Uri.UnescapeDataString(path[parts[index]]);

    private static ReadOnlySpan<char> Path(HttpContext http)
    {
        var target = (http.Features.Get<IHttpRequestFeature>()?.RawTarget).AsSpan();
        if (target.IndexOf('?') is >= 0 and var query)
            target = target[..query];
        // A proxy may send the absolute form, http://host/path.
        if (target.IndexOf("://") is > 0 and var scheme && !target[..scheme].Contains('/'))
        {
            target = target[(scheme + 3)..];
            var slash = target.IndexOf('/');
            target = slash < 0 ? [] : target[slash..];
        }

        return target.Length > 0 ? target[1..].TrimEnd('/') : target;
    }
}
