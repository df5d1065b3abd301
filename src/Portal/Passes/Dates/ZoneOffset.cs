namespace Portal.Passes.Dates;

/// <summary>A distance from UTC, and where clocks have it: <c>UTC+02:00 Berlin, Cairo</c>.</summary>
public sealed record ZoneOffset(TimeSpan Offset, string Words);
