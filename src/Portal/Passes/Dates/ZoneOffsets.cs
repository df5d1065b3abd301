using System.Globalization;

namespace Portal.Passes.Dates;

/// <summary>The distances from UTC to choose from, named by cities, for a date keeps its place's distance and no zone.</summary>
public static class ZoneOffsets
{
    private const int MostCities = 3;

    // Before, clocks followed the sun: a year being typed digit by digit must not lead there.
    private const int FirstYear = 1970;

    private static readonly IReadOnlyList<TimeZoneInfo> Places = [.. Find(
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York",
        "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Buenos_Aires", "Atlantic/Azores", "Europe/London",
        "Europe/Lisbon", "Atlantic/Reykjavik", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Africa/Lagos", "Europe/Helsinki",
        "Europe/Athens", "Africa/Cairo", "Africa/Johannesburg", "Europe/Istanbul", "Europe/Moscow", "Africa/Nairobi", "Asia/Tehran",
        "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Singapore",
        "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Pacific/Auckland", "Pacific/Tongatapu", "Pacific/Kiritimati")];

    /// <summary>The distances in use somewhere when clocks there show <paramref name="local"/>, from west to east.</summary>
    /// <param name="local">A date and time as a clock shows it.</param>
    /// <param name="reader">The reader's zone, whose city is named first.</param>
    /// <param name="also">One that has to be among them, wherever it may be in use.</param>
    public static IReadOnlyList<ZoneOffset> At(DateTime local, TimeZoneInfo reader, TimeSpan also) =>
    [
        .. Places.Prepend(reader).Select(zone => (Offset: Of(zone, local), City: CityOf(zone))).Append((Offset: also, City: (string?)null))
            .GroupBy(place => place.Offset, place => place.City)
            .OrderBy(group => group.Key)
            .Select(group => new ZoneOffset(group.Key, Words(group.Key, group.OfType<string>().Distinct(StringComparer.Ordinal).Take(MostCities)))),
    ];

    /// <summary>How far a zone is from UTC when its clocks show <paramref name="local"/>.</summary>
    public static TimeSpan Of(TimeZoneInfo zone, DateTime local) =>
        local.Year < FirstYear ? zone.BaseUtcOffset : zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>As it stands in a date: <c>+05:30</c>.</summary>
    public static string Text(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static string Words(TimeSpan offset, IEnumerable<string> cities) =>
        $"UTC{(offset == TimeSpan.Zero ? "" : Text(offset))} {string.Join(", ", cities)}".TrimEnd();

    private static string? CityOf(TimeZoneInfo zone) => zone.Id.LastIndexOf('/') is var slash and > 0 && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal)
        ? zone.Id[(slash + 1)..].Replace('_', ' ')
        : null;

    private static IEnumerable<TimeZoneInfo> Find(params string[] ids)
    {
        foreach (var id in ids)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
                yield return zone;
        }
    }
}
