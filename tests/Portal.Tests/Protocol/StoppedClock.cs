using Microsoft.Extensions.Time.Testing;
using Portal.Data.Storage;

namespace Portal.Tests.Protocol;

/// <summary>Clocks that stand still in the middle of a second until a test moves them.</summary>
internal static class StoppedClock
{
    public static FakeTimeProvider New() => new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, 300, TimeSpan.Zero));
}

/// <inheritdoc cref="StoppedClock"/>
public sealed class TimedOnSqlite() : ProtocolFixture(DatabaseProvider.Sqlite, StoppedClock.New());

/// <inheritdoc cref="StoppedClock"/>
public sealed class TimedOnPostgres() : ProtocolFixture(DatabaseProvider.PostgreSql, StoppedClock.New());
