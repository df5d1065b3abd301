using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Portal.Passes;

namespace Portal.Wallet.Answers;

/// <summary>The validators of one version of a pass, and whether a device has it already (RFC 9110, section 13).</summary>
public readonly struct Freshness(PassVersion version, DateTimeOffset now)
{
    private readonly DateTimeOffset _second = Second(version.ModifiedAt);
    private readonly DateTimeOffset _now = Second(now);

    // A second that still runs may see another change: its date would then name two versions.
    private readonly bool _secondIsOver = Second(now) > Second(version.ModifiedAt);

    /// <summary>Weak: two signings of the same pass differ in their bytes.</summary>
    public EntityTagHeaderValue EntityTag { get; } = new(version.EntityTag, isWeak: true);

    /// <summary>The date a device sends back; one second early while the second of the change still runs.</summary>
    public DateTimeOffset LastModified => _secondIsOver ? _second : _now.AddSeconds(-1);

    /// <summary>
    /// Whether the request names this version. Where it has <c>If-None-Match</c>, that alone decides; a date has to be equal,
    /// for an older and a newer one both are of another version.
    /// </summary>
    public bool IsKnownTo(HttpRequest request)
    {
        var tags = request.Headers.IfNoneMatch;
        return tags.Count > 0 ? Names(tags) : _secondIsOver && Names(request.Headers.IfModifiedSince, _second);
    }

    /// <summary>Writes the headers a 200 and a 304 both carry.</summary>
    public void Write(HttpResponse response)
    {
        response.Headers.ETag = EntityTag.ToString();
        response.Headers.LastModified = HeaderUtilities.FormatDate(LastModified);
        response.Headers.CacheControl = "private, no-cache";
    }

    private bool Names(StringValues tags)
    {
        var own = EntityTag;
        return EntityTagHeaderValue.TryParseList(tags, out var parsed)
            && parsed.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: false));
    }

    private static bool Names(StringValues dates, DateTimeOffset second) =>
        dates.Count == 1 && HeaderUtilities.TryParseDate(dates[0], out var date) && date == second;

    private static DateTimeOffset Second(DateTimeOffset instant) => new(instant.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
