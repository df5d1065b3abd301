namespace Portal.Data.Devices;

/// <summary>
/// Registrations as nearly all of them are: the pass has not changed since it left the portal, the token is alive, and the
/// device has no other. One short conversation with the database, past EF Core. What is anything else is left to
/// <see cref="DeviceRegistrations"/>, untouched.
/// </summary>
public abstract class OrdinaryRegistrations
{
    /// <summary>
    /// Whether it is ordinary, asked of a pass <c>p</c>, its design <c>d</c> and a device <c>v</c>, which may be missing. A
    /// registration of the device with another target is moved by somebody else, and what ended with its token revived. Of
    /// two tags at which the pass left the portal, the one that is stored and the one that is not yet, the lower one counts.
    /// </summary>
    protected internal const string IsOrdinary =
        """
        ({live} OR (COALESCE(p."FirstHandedOutTag", {handedOut}) >= {effective} AND COALESCE({handedOut}, p."FirstHandedOutTag") >= {effective}))
            AND NOT EXISTS (SELECT 1 FROM "PushTargets" t
                WHERE t."PassTypeId" = {type} AND t."Kind" = {kind} AND t."TokenHash" = {hash} AND t."RetiredAt" IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM "Registrations" r LEFT JOIN "PushTargets" t ON t."Id" = r."PushTargetId"
                WHERE r."DeviceId" = v."Id" AND (r."EndedReason" = 'TokenDead' OR (r."EndedAt" IS NULL
                    AND (t."Id" IS NULL OR t."TokenHash" <> {hash} OR t."Kind" <> {kind} OR t."RetiredAt" IS NOT NULL))))
        """;

    /// <summary>Whether the pass is registered on the device already.</summary>
    protected internal const string IsLive =
        """EXISTS (SELECT 1 FROM "Registrations" r WHERE r."DeviceId" = v."Id" AND r."PassTypeId" = {type} AND r."PassId" = p."Id" AND r."EndedAt" IS NULL)""";

    /// <summary>What a second registration changes on the device's row.</summary>
    protected internal const string DeviceConflict =
        """
        ON CONFLICT ("LibraryIdentifier") DO UPDATE SET "LastSeenAt" = excluded."LastSeenAt",
            "UserAgent" = COALESCE(excluded."UserAgent", "Devices"."UserAgent")
        RETURNING "Id"
        """;

    /// <summary>
    /// What a second registration changes on the token's row: who presents it shows that it is alive. One that was retired
    /// after the state was read is left out: that is no ordinary registration any more.
    /// </summary>
    protected internal const string TargetConflict =
        """
        ON CONFLICT ("PassTypeId", "Kind", "TokenHash") DO UPDATE SET
            "TokenSetAt" = excluded."TokenSetAt", "PushServiceUrl" = excluded."PushServiceUrl"
        WHERE "PushTargets"."RetiredAt" IS NULL
        RETURNING "Id"
        """;

    /// <summary>What a second registration changes on the registration's row. Its marks stay, or rise to what the device brings; what lay between its end and now is kept.</summary>
    protected internal const string RegistrationConflict =
        """
        ON CONFLICT ("DeviceId", "PassTypeId", "PassId") DO UPDATE SET
            "PushTargetId" = excluded."PushTargetId", "AuthorizationWord" = excluded."AuthorizationWord",
            "LeftAt" = CASE WHEN "Registrations"."EndedReason" = 'Removed' THEN "Registrations"."EndedAt" ELSE "Registrations"."LeftAt" END,
            "ReturnedAt" = CASE WHEN "Registrations"."EndedReason" = 'Removed' THEN excluded."CreatedAt" ELSE "Registrations"."ReturnedAt" END,
            "EndedAt" = NULL, "EndedReason" = NULL,
            "FetchedTag" = CASE WHEN excluded."FetchedTag" > "Registrations"."FetchedTag" THEN excluded."FetchedTag" ELSE "Registrations"."FetchedTag" END
        """;

    /// <summary>Registers, and commits, if that is all there is to do.</summary>
    /// <returns>What became of it; null when it is no ordinary registration, and nothing was written but perhaps that the device was seen.</returns>
    public abstract ValueTask<RegistrationOutcome?> TryAsync(RegistrationRequest request, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts the parameters of a database into a text above.</summary>
    protected internal static string With(string sql, string type, string kind, string hash, string handedOut, string effective) => sql
        .Replace("{live}", IsLive, StringComparison.Ordinal)
        .Replace("{type}", type, StringComparison.Ordinal)
        .Replace("{kind}", kind, StringComparison.Ordinal)
        .Replace("{hash}", hash, StringComparison.Ordinal)
        .Replace("{handedOut}", handedOut, StringComparison.Ordinal)
        .Replace("{effective}", effective, StringComparison.Ordinal);
}
