using Npgsql;

namespace Portal.Data.Devices;

/// <summary>On PostgreSQL two statements in one message, which are one transaction.</summary>
/// <remarks>
/// The first takes the device and, shared with other registrations, the clock: a save, which needs the clock for itself,
/// commits before or after. The second is given its snapshot after that, so it sees what committed before.
/// </remarks>
public sealed class PostgresOrdinaryRegistrations(NpgsqlDataSource source) : OrdinaryRegistrations
{
    private const string Hold = $"SELECT {ClockLock.Device}, {ClockLock.Shared}";

    private static readonly string Register =
        $"""
        WITH state AS (
            SELECT p."Id" AS "PassId", GREATEST(p."Tag", d."Tag") AS "Effective", {With(IsLive, "$2", "", "", "", "")} AS "IsLive"
            FROM "Passes" p JOIN "Designs" d ON d."Id" = p."DesignId" LEFT JOIN "Devices" v ON v."LibraryIdentifier" = $1
            WHERE p."Id" = $3 AND {With(IsOrdinary, "$2", "$4", "$6", "$10", "GREATEST(p.\"Tag\", d.\"Tag\")")}),
        device AS (
            INSERT INTO "Devices" ("LibraryIdentifier", "UserAgent", "FirstSeenAt", "LastSeenAt") SELECT $1, $8, $11, $11 FROM state
            {DeviceConflict}),
        target AS (
            INSERT INTO "PushTargets" ("PassTypeId", "Kind", "PushToken", "TokenHash", "PushServiceUrl", "TokenSetAt", "AcceptedTag")
            SELECT $2, $4, $5, $6, $7, $11, 0 FROM state
            {TargetConflict}),
        kept AS (
            INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt",
                "ListedTag", "FetchedTag", "SettledTag")
            SELECT device."Id", state."PassId", $2, target."Id", $9, 0, $11, 0, CASE WHEN state."IsLive" THEN 0 ELSE state."Effective" END, 0
            FROM state, device, target
            {RegistrationConflict}
            RETURNING "DeviceId")
        SELECT kept."DeviceId", state."IsLive" FROM kept, state
        """;

    /// <inheritdoc/>
    public override async ValueTask<RegistrationOutcome?> TryAsync(RegistrationRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Hold)
        {
            Parameters = { Of(request.DeviceLibraryIdentifier), new NpgsqlParameter<int> { TypedValue = request.PassTypeId } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Register)
        {
            Parameters =
            {
                Of(request.DeviceLibraryIdentifier), new NpgsqlParameter<int> { TypedValue = request.PassTypeId },
                new NpgsqlParameter<long> { TypedValue = request.PassId }, Of(request.Kind.ToString()), Of(request.PushToken),
                Of(TokenHash.Of(request.PushToken)), Of(request.PushServiceUrl), Of(request.UserAgent), Of(request.AuthorizationWord),
                new NpgsqlParameter<long?> { TypedValue = request.HandedOutTag }, new NpgsqlParameter<DateTimeOffset> { TypedValue = now.ToUniversalTime() },
            },
        });
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new RegistrationOutcome(!rows.GetBoolean(1), rows.GetInt64(0), PushQueued: false) : null;
    }

    private static NpgsqlParameter<string?> Of(string? text) => new() { TypedValue = text };
}
