using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Data.Storage;

/// <summary>An instant in UTC: Npgsql writes a <c>timestamptz</c> from no other offset.</summary>
public sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(), stored => stored);
