using Microsoft.Data.Sqlite;
using Npgsql;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>Reads the options that the composition itself depends on, and refuses a wrong one by the name of its key.</summary>
public sealed class StartOptions
{
    private const int MasterKeyBytes = 32;

    private StartOptions(PortalOptions portal, DatabaseOptions database, DataOptions data)
    {
        Portal = portal;
        Database = database;
        Data = data;
    }

    public PortalOptions Portal { get; }

    public DatabaseOptions Database { get; }

    public DataOptions Data { get; }

    /// <summary>Reads and checks all of them.</summary>
    /// <exception cref="StartFailedException">A value is missing or wrong; the message begins with its key.</exception>
    public static StartOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Folder(configuration, environment.ContentRootPath);
        var data = new DataOptions { Folder = folder, MasterKey = MasterKey(configuration), NewMasterKey = Flag(configuration, "Data:NewMasterKey", false) };
        var provider = Provider(configuration);
        var database = new DatabaseOptions
        {
            Provider = provider,
            MigrateAtStart = Flag(configuration, "Database:MigrateAtStart", true),
            ConnectionString = provider is DatabaseProvider.Sqlite
                ? SqliteText(configuration, folder)
                : PostgresText(configuration),
        };
        return new(new() { PublicBaseUrl = PublicBaseUrl(configuration, environment) }, database, data);
    }

    private static Uri? PublicBaseUrl(IConfiguration configuration, IHostEnvironment environment)
    {
        const string Key = "Portal:PublicBaseUrl";
        var text = configuration[Key]?.Trim().TrimEnd('/');
        if (string.IsNullOrEmpty(text))
        {
            return environment.IsDevelopment()
                ? null
                : throw new StartFailedException($"{Key} is not set: phones need the address of this portal, such as https://passes.example.com.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartFailedException($"{Key} must be an absolute http or https address, but is '{text}'.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            throw new StartFailedException($"{Key} must be a plain address without user, query or fragment, but is '{text}'.");
        if (address.Segments[^1].Equals("v1", StringComparison.OrdinalIgnoreCase))
            throw new StartFailedException($"{Key} must not end with /v1: phones add that themselves.");
        return new Uri(text);
    }

    private static string Folder(IConfiguration configuration, string contentRoot)
    {
        var folder = configuration["Data:Folder"];
        if (string.IsNullOrWhiteSpace(folder))
            throw new StartFailedException("Data:Folder is not set: name a folder for the database, the master key and the lock file.");
        return Path.GetFullPath(folder, contentRoot);
    }

    private static byte[]? MasterKey(IConfiguration configuration)
    {
        var text = configuration["Data:MasterKey"];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var key = new byte[MasterKeyBytes];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == MasterKeyBytes
            ? key
            : throw new StartFailedException($"Data:MasterKey must be {MasterKeyBytes} bytes in base64.");
    }

    private static DatabaseProvider Provider(IConfiguration configuration)
    {
        var text = configuration["Database:Provider"];
        if (string.IsNullOrWhiteSpace(text))
            return DatabaseProvider.Sqlite;
        // TryParse alone would take '7' for a provider.
        return char.IsAsciiLetter(text[0]) && Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider)
            ? provider
            : throw new StartFailedException($"Database:Provider must be Sqlite or PostgreSql, but is '{text}'.");
    }

    private static bool Flag(IConfiguration configuration, string key, bool fallback) => configuration[key] switch
    {
        null or "" => fallback,
        var text => bool.TryParse(text, out var value)
            ? value
            : throw new StartFailedException($"{key} must be true or false, but is '{text}'."),
    };

    private static string SqliteText(IConfiguration configuration, string folder)
    {
        var text = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(text))
            text = SqliteConnectionText.ForFile("portal.db");
        try
        {
            return SqliteConnectionText.FileOf(text) is { } file
                ? new SqliteConnectionStringBuilder(text) { DataSource = LinkedFile.Follow(Path.GetFullPath(file, folder)) }.ToString()
                : text;
        }
        catch (ArgumentException error)
        {
            throw new StartFailedException("ConnectionStrings:Portal is no connection string for SQLite, such as 'Data Source=portal.db'.", error);
        }
    }

    private static string PostgresText(IConfiguration configuration)
    {
        const string Example = "such as 'Host=localhost;Database=portal;Username=portal'";
        var text = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(text))
            throw new StartFailedException($"ConnectionStrings:Portal is not set: PostgreSQL needs one, {Example}.");
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.Host) || string.IsNullOrEmpty(parsed.Database)
                ? throw new StartFailedException($"ConnectionStrings:Portal must name a host and a database, {Example}.")
                : text;
        }
        catch (ArgumentException error)
        {
            throw new StartFailedException($"ConnectionStrings:Portal is no connection string for PostgreSQL, {Example}.", error);
        }
    }
}
