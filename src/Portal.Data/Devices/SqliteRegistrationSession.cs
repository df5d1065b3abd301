using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Portal.Data.Storage;

namespace Portal.Data.Devices;

/// <summary>A writing connection with the statements of an ordinary registration prepared on it; for one caller at a time.</summary>
internal sealed partial class SqliteRegistrationSession : IDisposable
{
    private const string KeepDevice =
        $"""
        INSERT INTO "Devices" ("LibraryIdentifier", "UserAgent", "FirstSeenAt", "LastSeenAt") VALUES ($device, $agent, $now, $now)
        {OrdinaryRegistrations.DeviceConflict}
        """;

    private const string KeepTarget =
        $"""
        INSERT INTO "PushTargets" ("PassTypeId", "Kind", "PushToken", "TokenHash", "PushServiceUrl", "TokenSetAt", "AcceptedTag")
        VALUES ($type, $kind, $token, $hash, $url, $now, 0)
        {OrdinaryRegistrations.TargetConflict}
        """;

    private const string KeepRegistration =
        $"""
        INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt",
            "ListedTag", "FetchedTag", "SettledTag")
        VALUES ($deviceId, $pass, $type, $targetId, $word, 0, $now, 0, $held, 0)
        {OrdinaryRegistrations.RegistrationConflict}
        """;

    private static readonly string FindState =
        $"""
        SELECT MAX(p."Tag", d."Tag"), {OrdinaryRegistrations.With(OrdinaryRegistrations.IsLive, "$type", "", "", "", "")}
        FROM "Passes" p JOIN "Designs" d ON d."Id" = p."DesignId" LEFT JOIN "Devices" v ON v."LibraryIdentifier" = $device
        WHERE p."Id" = $pass AND {OrdinaryRegistrations.With(OrdinaryRegistrations.IsOrdinary, "$type", "$kind", "$hash", "$handedOut", "MAX(p.\"Tag\", d.\"Tag\")")}
        """;

    /// <summary>What it asks the database, in its order.</summary>
    internal static readonly string[] Texts = [FindState, KeepDevice, KeepTarget, KeepRegistration];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _state;
    private readonly SqliteCommand _device;
    private readonly SqliteCommand _target;
    private readonly SqliteCommand _registration;

    public SqliteRegistrationSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        using (var pragmas = _connection.CreateCommand())
        {
            pragmas.CommandText = SqlitePragmas.Statements;
            pragmas.ExecuteNonQuery();
        }

        _state = Prepare(FindState);
        _device = Prepare(KeepDevice);
        _target = Prepare(KeepTarget);
        _registration = Prepare(KeepRegistration);
    }

    /// <summary>Registers and commits all of them that are ordinary; null for the others, of which nothing is written.</summary>
    public IReadOnlyList<RegistrationOutcome?> TryRegister(IReadOnlyList<(RegistrationRequest Request, long Now)> registrations)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var command in Commands)
            command.Transaction = transaction;
        RegistrationOutcome?[] outcomes = [.. registrations.Select(registration => TryRegister(registration.Request, registration.Now))];
        transaction.Commit();
        return outcomes;
    }

    public void Dispose()
    {
        foreach (var command in Commands)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand[] Commands => [_state, _device, _target, _registration];

    private RegistrationOutcome? TryRegister(RegistrationRequest request, long now)
    {
        foreach (var command in Commands)
            Bind(command, request, now);
        if (ReadState() is not { } state)
            return null;
        var device = Id(_device);
        _registration.Parameters["$deviceId"].Value = device;
        _registration.Parameters["$targetId"].Value = Id(_target);
        _registration.Parameters["$held"].Value = state.IsLive ? 0 : state.Effective;
        _registration.ExecuteNonQuery();
        return new RegistrationOutcome(!state.IsLive, device, PushQueued: false);
    }

    private static long Id(SqliteCommand command) =>
        (long)(command.ExecuteScalar() ?? throw new InvalidOperationException("The row has no id."));

    private (long Effective, bool IsLive)? ReadState()
    {
        using var row = _state.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetBoolean(1)) : null;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        command.Prepare();
        return command;
    }

    private static void Bind(SqliteCommand command, RegistrationRequest request, long now)
    {
        foreach (SqliteParameter parameter in command.Parameters)
            parameter.Value = ValueOf(parameter.ParameterName, request, now) ?? DBNull.Value;
    }

    private static object? ValueOf(string parameter, RegistrationRequest request, long now) => parameter switch
    {
        "$device" => request.DeviceLibraryIdentifier,
        "$agent" => request.UserAgent,
        "$now" => now,
        "$type" => request.PassTypeId,
        "$kind" => request.Kind.ToString(),
        "$token" => request.PushToken,
        "$hash" => TokenHash.Of(request.PushToken),
        "$url" => request.PushServiceUrl,
        "$pass" => request.PassId,
        "$word" => request.AuthorizationWord,
        "$handedOut" => request.HandedOutTag,
        _ => null,
    };

    [GeneratedRegex("""\$\w+""", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
