namespace Portal.Data.Storage;

/// <summary>
/// The statements phones ask all day long, past EF Core (which costs two to four times as much on them): one prepared
/// statement each on a connection that is kept. One statement is one snapshot on both databases.
/// </summary>
public abstract class ProtocolStatements
{
    // A registration whose token APNs called dead is listed too: a device that asks is alive.
    protected internal const string ListSql =
        """
        SELECT c."Epoch", c."Number", r."DeviceId", r."Id", r."PassId", p."SerialNumber", p."Tag", d."Tag", r."Tag", r."ListedTag", r."SettledTag"
        FROM "Devices" v
            JOIN "PassTypes" t ON t."Identifier" = {1}
            JOIN "Registrations" r ON r."DeviceId" = v."Id" AND r."PassTypeId" = t."Id"
            JOIN "UpdateClocks" c ON c."PassTypeId" = t."Id"
            JOIN "Passes" p ON p."Id" = r."PassId"
            JOIN "Designs" d ON d."Id" = p."DesignId"
        WHERE v."LibraryIdentifier" = {0} AND (r."EndedAt" IS NULL OR r."EndedReason" = 'TokenDead')
        """;

    protected const string FindPassSql = Head + """ WHERE t."Identifier" = {0} AND p."SerialNumber" = {1}""";

    protected const string FindDownloadSql = Head + """ WHERE p."DownloadCode" = {0} AND p."DeletedAt" IS NULL""";

    protected const string ReadPassSql =
        """
        SELECT t."Identifier", t."TeamIdentifier", t."OrganizationName", p."SerialNumber", p."AuthenticationToken", p."Values",
            p."Voided" OR p."DeletedAt" IS NOT NULL, p."ExpiresAt", v."Id", p."Tag", p."TagAt", d."Tag", d."TagAt"
        FROM "Passes" p
            JOIN "PassTypes" t ON t."Id" = p."PassTypeId"
            JOIN "Designs" d ON d."Id" = p."DesignId"
            JOIN "DesignVersions" v ON v."DesignId" = d."Id" AND v."Number" = d."PublishedNumber"
        WHERE p."Id" = {0}
        """;

    /// <summary>The columns of a pass's head.</summary>
    protected const int HeadColumns = 17;

    /// <summary>The columns of what a package is made of.</summary>
    protected const int ContentColumns = 13;

    private const string Head =
        """
        SELECT p."Id", p."PassTypeId", p."DesignId", p."SerialNumber", p."AuthenticationToken", p."Tag", p."TagAt", d."Tag", d."TagAt",
            c."Epoch", c."EpochStartedAt", s."Thumbprint", s."NotBefore", s."NotAfter", p."FirstHandedOutTag", p."Voided", p."ExpiresAt"
        FROM "PassTypes" t
            JOIN "Passes" p ON p."PassTypeId" = t."Id"
            JOIN "Designs" d ON d."Id" = p."DesignId"
            JOIN "UpdateClocks" c ON c."PassTypeId" = t."Id"
            LEFT JOIN "SigningCertificates" s ON s."Id" = t."SigningCertificateId"
        """;

    /// <summary>What a device has of a pass type; null when it is unknown or has none.</summary>
    public abstract ValueTask<DeviceUpdates?> ListAsync(string deviceLibraryIdentifier, string passTypeIdentifier, CancellationToken cancellationToken);

    /// <summary>What is to be known of a pass before it is answered; null when there is none.</summary>
    public abstract ValueTask<PassHead?> FindPassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellationToken);

    /// <summary>The same by the code of the public download address. A deleted pass has none any more.</summary>
    public abstract ValueTask<PassHead?> FindDownloadAsync(string downloadCode, CancellationToken cancellationToken);

    /// <summary>What the package of a pass is made of; null when there is no such pass, or its design is not published.</summary>
    public abstract ValueTask<PassContent?> ReadPassAsync(long passId, CancellationToken cancellationToken);

    private protected static PassHead HeadOf<TRow>(TRow row)
        where TRow : struct, IProtocolRow => new()
    {
        PassId = row.Int64(0),
        PassTypeId = (int)row.Int64(1),
        DesignId = row.Int64(2),
        SerialNumber = row.Text(3),
        AuthenticationToken = row.Text(4),
        EffectiveTag = Math.Max(row.Int64(5), row.Int64(7)),
        ModifiedAt = Later(Later(row.Instant(6), row.Instant(8)), row.Instant(10)),
        Epoch = row.Text(9),
        CertificateThumbprint = row.TextOrNull(11),
        CertificateNotBefore = row.InstantOrNull(12),
        CertificateNotAfter = row.InstantOrNull(13),
        FirstHandedOutTag = row.Int64OrNull(14),
        Voided = row.Flag(15),
        ExpiresAt = row.InstantOrNull(16),
    };

    private protected static PassContent ContentOf<TRow>(TRow row)
        where TRow : struct, IProtocolRow => new()
    {
        PassTypeIdentifier = row.Text(0),
        TeamIdentifier = row.Text(1),
        OrganizationName = row.Text(2),
        SerialNumber = row.Text(3),
        AuthenticationToken = row.Text(4),
        Values = row.Text(5),
        Voided = row.Flag(6),
        ExpiresAt = row.InstantOrNull(7),
        DesignVersionId = row.Int64(8),
        EffectiveTag = Math.Max(row.Int64(9), row.Int64(11)),
        ModifiedAt = Later(row.Instant(10), row.Instant(12)),
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
