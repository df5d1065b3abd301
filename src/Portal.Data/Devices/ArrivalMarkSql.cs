using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>The statements of <see cref="ArrivalMarkStatements"/>. Their only parameter is the batch as JSON.</summary>
internal sealed class ArrivalMarkSql
{
    public static readonly JsonSerializerOptions PostgresJson = new() { Converters = { new UtcJson() } };
    public static readonly JsonSerializerOptions SqliteJson = new() { Converters = { new MicrosecondsJson() } };

    public static readonly ArrivalMarkSql Registrations = new(
        """
        UPDATE "Registrations" AS r SET
            "ListedAt" = CASE WHEN m."ListedTag" > r."ListedTag" THEN m."ListedAt" ELSE r."ListedAt" END,
            "ListedTag" = CASE WHEN m."ListedTag" > r."ListedTag" THEN m."ListedTag" ELSE r."ListedTag" END,
            "FetchedAt" = CASE WHEN m."FetchedTag" > r."FetchedTag" OR (m."FetchedTag" = r."FetchedTag" AND r."FetchedAt" IS NULL)
                THEN m."FetchedAt" ELSE r."FetchedAt" END,
            "FetchedTag" = CASE WHEN m."FetchedTag" > r."FetchedTag" THEN m."FetchedTag" ELSE r."FetchedTag" END,
            "SettledTag" = CASE WHEN m."SettledTag" > r."SettledTag" THEN m."SettledTag" ELSE r."SettledTag" END
        FROM {rows} WHERE r."Id" = m."RegistrationId"
        """,
        "RegistrationId", "ListedTag", "ListedAt", "FetchedTag", "FetchedAt", "SettledTag");

    public static readonly ArrivalMarkSql Devices = new(
        """
        UPDATE "Devices" AS d SET "LastSeenAt" = m."At", "UserAgent" = COALESCE(m."UserAgent", d."UserAgent")
        FROM {rows} WHERE d."Id" = m."DeviceId" AND d."LastSeenAt" < m."At"
        """,
        "DeviceId", "UserAgent", "At");

    public static readonly ArrivalMarkSql FetchedBySomebody = new(
        """
        UPDATE "Passes" AS p SET "FetchedTag" = m."Tag", "FetchedAt" = m."At"
        FROM {rows} WHERE p."Id" = m."PassId" AND (p."FetchedTag" < m."Tag" OR p."FetchedAt" IS NULL)
        """,
        "PassId", "Tag", "At");

    public static readonly ArrivalMarkSql FirstHandedOut = new(
        """
        UPDATE "Passes" AS p SET "FirstHandedOutTag" = m."Tag"
        FROM {rows} WHERE p."Id" = m."PassId" AND (p."FirstHandedOutTag" IS NULL OR p."FirstHandedOutTag" > m."Tag")
        """,
        "PassId", "Tag");

    private readonly string _sqlite;
    private readonly string _postgres;

    private ArrivalMarkSql(string sql, params string[] columns)
    {
        _sqlite = Over($$"""(SELECT {{string.Join(", ", columns.Select(column => $"value ->> '{column}' AS \"{column}\""))}} FROM json_each({0})) AS m""");
        _postgres = Over($$"""json_to_recordset({0}::json) AS m({{string.Join(", ", columns.Select(column => $"\"{column}\" {PostgresType(column)}"))}})""");

        string Over(string rows) => sql.Replace("{rows}", rows, StringComparison.Ordinal);
    }

    public string For(PortalDbContext db) => db.Database.IsSqlite() ? _sqlite : _postgres;

    private static string PostgresType(string column) => column switch
    {
        "UserAgent" => "text",
        _ when column.EndsWith("At", StringComparison.Ordinal) => "timestamptz",
        _ => "bigint",
    };

    private sealed class MicrosecondsJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            UtcMicroseconds.To(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(UtcMicroseconds.From(value));
    }

    private sealed class UtcJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime());
    }
}
