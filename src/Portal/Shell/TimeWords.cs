using System.Globalization;
using Portal.Data;

namespace Portal.Shell;

/// <summary>Instants in the words people use.</summary>
public static class TimeWords
{
    /// <summary>How long ago or ahead, in words; beyond a week the date.</summary>
    public static string Relative(DateTimeOffset value, DateTimeOffset now, TimeZoneInfo zone)
    {
        var age = now - value;
        var distance = age.Duration();
        if (distance < TimeSpan.FromSeconds(45))
            return age >= TimeSpan.FromSeconds(-5) ? "just now" : "in a moment";
        if (distance < TimeSpan.FromMinutes(60))
            return Around(age, Math.Max(1, (int)Math.Round(Math.Min(distance.TotalMinutes, 59))), "minute");
        var days = DayOf(now, zone).DayNumber - DayOf(value, zone).DayNumber;
        if (distance < TimeSpan.FromHours(12) || days == 0)
            return Around(age, (int)Math.Round(distance.TotalHours), "hour");
        return days switch
        {
            1 => "yesterday",
            -1 => "tomorrow",
            > 0 and <= 6 => $"{days} days ago",
            < 0 and >= -6 => $"in {-days} days",
            _ => Date(value, now, zone),
        };
    }

    /// <summary>Date and time to the second, with the zone by its city.</summary>
    public static string Exact(DateTimeOffset value, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(value, zone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " " + City(zone);

    /// <summary>'Berlin time' for <c>Europe/Berlin</c>; plain UTC stays UTC.</summary>
    public static string City(TimeZoneInfo zone) =>
        zone.Id.LastIndexOf('/') is var slash and > 0 && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal)
            ? zone.Id[(slash + 1)..].Replace('_', ' ') + " time"
            : "UTC";

    private static string Date(DateTimeOffset value, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DayOf(value, zone);
        return day.ToString(day.Year == DayOf(now, zone).Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    private static DateOnly DayOf(DateTimeOffset value, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(value, zone).DateTime);

    private static string Around(TimeSpan age, int count, string unit)
    {
        var words = Counted.Of(count, unit);
        return age >= TimeSpan.Zero ? $"{words} ago" : $"in {words}";
    }
}
