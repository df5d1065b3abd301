using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Data.Storage;

/// <summary>An instant as microseconds since 1970 in UTC: SQLite cannot order a DateTimeOffset.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(instant => From(instant), stored => To(stored))
{
    /// <summary>The stored number of an instant, for hand-written SQL.</summary>
    public static long From(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of a stored number.</summary>
    public static DateTimeOffset To(long stored) => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond);
}
