using Npgsql;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>On PostgreSQL three statements in one message, which are one transaction, for all registrations that wait.</summary>
/// <remarks>
/// The first two take the devices and, shared with other registrations, the clocks: a save, which needs the clock for itself,
/// commits before or after. The third is given its snapshot after that, so it sees what committed before.
/// </remarks>
public sealed class PostgresOrdinaryRegistrations(NpgsqlDataSource source) : OrdinaryRegistrations
{
    private readonly Together _together = new(source);

    /// <inheritdoc/>
    public override async ValueTask<RegistrationOutcome?> TryAsync(RegistrationRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _together.AskAsync(new(request, TokenHash.Of(request.PushToken), now), cancellationToken);

    private readonly record struct Asked(RegistrationRequest Request, string TokenHash, DateTimeOffset At);

    private sealed class Together(NpgsqlDataSource source) : AskedTogether<Asked, RegistrationOutcome?>
    {
        private static readonly string Register =
            $"""
            WITH state AS (
                SELECT a.*, l."Effective", l."IsLive" FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    WITH ORDINALITY AS a(device, type, pass, kind, token, hash, url, agent, word, "handedOut", place)
                CROSS JOIN LATERAL (
                    SELECT GREATEST(p."Tag", d."Tag") AS "Effective", {With(IsLive, "a.type", "", "", "", "")} AS "IsLive"
                    FROM "Passes" p JOIN "Designs" d ON d."Id" = p."DesignId" LEFT JOIN "Devices" v ON v."LibraryIdentifier" = a.device
                    WHERE p."Id" = a.pass AND {With(IsOrdinary, "a.type", "a.kind", "a.hash", "a.\"handedOut\"", "GREATEST(p.\"Tag\", d.\"Tag\")")}
                    OFFSET 0) l),
            device AS (
                INSERT INTO "Devices" ("LibraryIdentifier", "UserAgent", "FirstSeenAt", "LastSeenAt") SELECT device, agent, $11, $11 FROM state
                {DeviceConflict}, "LibraryIdentifier"),
            target AS (
                INSERT INTO "PushTargets" ("PassTypeId", "Kind", "PushToken", "TokenHash", "PushServiceUrl", "TokenSetAt", "AcceptedTag")
                SELECT type, kind, token, hash, url, $11, 0 FROM state
                {TargetConflict}, "PassTypeId", "Kind", "TokenHash"),
            kept AS (
                INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt",
                    "ListedTag", "FetchedTag", "SettledTag")
                SELECT v."Id", s.pass, s.type, t."Id", s.word, 0, $11, 0, CASE WHEN s."IsLive" THEN 0 ELSE s."Effective" END, 0
                FROM state s JOIN device v ON v."LibraryIdentifier" = s.device
                    JOIN target t ON t."PassTypeId" = s.type AND t."Kind" = s.kind AND t."TokenHash" = s.hash
                {RegistrationConflict}
                RETURNING "DeviceId")
            SELECT s.place, v."Id", s."IsLive" FROM state s JOIN device v ON v."LibraryIdentifier" = s.device JOIN kept k ON k."DeviceId" = v."Id"
            """;

        // Two of one device, or two with one token, would be one row written twice by one statement.
        protected override bool GoesWith(Asked question, IReadOnlyList<Asked> others)
        {
            foreach (var other in others)
            {
                if (other.Request.DeviceLibraryIdentifier == question.Request.DeviceLibraryIdentifier || other.TokenHash == question.TokenHash)
                    return false;
            }

            return true;
        }

        // Of those that meet others in a deadlock, most do not when they come alone.
        protected override bool IsAboutOne(Exception problem) =>
            PostgresTexts.IsWhyItFailed(problem) || problem is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

        protected override async Task<RegistrationOutcome?[]> QueryAsync(IReadOnlyList<Asked> questions)
        {
            var devices = Of(questions, question => question.Request.DeviceLibraryIdentifier);
            var types = Of(questions, question => question.Request.PassTypeId);
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ClockLock.Devices) { Parameters = { devices } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ClockLock.Shared) { Parameters = { types } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Register)
            {
                Parameters =
                {
                    devices.Clone(), types.Clone(),
                    Of(questions, question => question.Request.PassId),
                    Of(questions, question => question.Request.Kind.ToString()),
                    Of(questions, question => question.Request.PushToken),
                    Of(questions, question => question.TokenHash),
                    Of(questions, question => question.Request.PushServiceUrl),
                    Of(questions, question => question.Request.UserAgent),
                    Of(questions, question => question.Request.AuthorizationWord),
                    Of(questions, question => question.Request.HandedOutTag),
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = questions.Max(question => question.At).ToUniversalTime() },
                },
            });
            await using var rows = await batch.ExecuteReaderAsync();
            await rows.NextResultAsync();
            await rows.NextResultAsync();
            var outcomes = new RegistrationOutcome?[questions.Count];
            while (await rows.ReadAsync())
                outcomes[rows.GetInt64(0) - 1] = new RegistrationOutcome(!rows.GetBoolean(2), rows.GetInt64(1), PushQueued: false);
            return outcomes;
        }

        private static NpgsqlParameter<T[]> Of<T>(IReadOnlyList<Asked> questions, Func<Asked, T> column) =>
            new() { TypedValue = [.. questions.Select(column)] };
    }
}
