using Npgsql;
using Portal.Data.Storage;

namespace Portal.Hosting.Backups;

/// <summary>The commands <c>backup FILE</c>, <c>restore FILE</c> and <c>new-epoch</c>, with the settings of the portal itself.</summary>
public static class BackupCommand
{
    private const string Backup = "backup";
    private const string Restore = "restore";
    private const string NewEpoch = "new-epoch";

    /// <summary>Whether a command is asked for, and not a start.</summary>
    public static bool IsMeantBy(string[] args) => BeginsWithWord(args) || AfterSettings(args) is not null;

    /// <summary>Does what was asked for and says what it did.</summary>
    /// <exception cref="StartFailedException">It cannot be done; the message is a sentence.</exception>
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        if (!BeginsWithWord(args))
            throw new StartFailedException($"The command '{AfterSettings(args)}' has to come first, and the settings after it.");
        if (!IsCommand(args[0]))
        {
            throw new StartFailedException(
                $"There is no command '{args[0]}': there are {Backup} FILE, {Restore} FILE and {NewEpoch}, and without a command the portal starts.");
        }

        var takesFile = args[0] is not NewEpoch;
        if (takesFile && (args.Length < 2 || args[1].StartsWith('-')))
            throw new StartFailedException($"Name the file: {args[0]} FILE.");
        var settings = args[(takesFile ? 2 : 1)..];
        if (BeginsWithWord(settings))
            throw new StartFailedException(takesFile ? $"'{settings[0]}' is one file too many: {args[0]} FILE." : $"'{settings[0]}' is too much: {NewEpoch} takes no file.");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = ContentRoot.Find(settings) });
        var options = StartOptions.Read(builder.Configuration, builder.Environment);
        try
        {
            await output.WriteLineAsync(takesFile ? await DoAsync(args[0], Path.GetFullPath(args[1]), options) : await NewEpochCommand.RunAsync(options));
        }
        catch (Exception error) when (error is not StartFailedException && DatabaseTrouble.Sentence(error, options.Database) is { } sentence)
        {
            throw new StartFailedException(sentence, error);
        }
    }

    private static bool BeginsWithWord(string[] args) => args is [[not '-' and not '/', ..] first, ..] && !first.Contains('=', StringComparison.Ordinal);

    private static bool IsCommand(string word) => word is Backup or Restore or NewEpoch;

    // After a setting without '=' it is that one's value: --Data:Folder backup.
    private static string? AfterSettings(string[] args) =>
        args.Where((word, place) => place > 0 && IsCommand(word) && !(args[place - 1].StartsWith("--", StringComparison.Ordinal) && !args[place - 1].Contains('=', StringComparison.Ordinal)))
            .FirstOrDefault();

    private static Task<string> DoAsync(string command, string file, StartOptions options)
    {
        if (options.Database.Provider is DatabaseProvider.PostgreSql)
            throw new StartFailedException(PostgresWords(command, file, new NpgsqlConnectionStringBuilder(options.Database.ConnectionString)));
        return command == Backup ? SqliteBackup.WriteAsync(file, options) : SqliteRestore.ReadAsync(file, options);
    }

    private static string PostgresWords(string command, string file, NpgsqlConnectionStringBuilder database)
    {
        var target = $"--host={database.Host} --port={database.Port} --username={database.Username}";
        return command == Backup
            ? $"PostgreSQL is backed up, while the portal runs, by its own program: pg_dump --format=custom --file='{file}' {target} {database.Database}"
            : $"PostgreSQL is restored by its own program, with every portal stopped: pg_restore --clean --if-exists --single-transaction {target} --dbname={database.Database} '{file}'. "
                + $"Then run the command {NewEpoch} with the same settings, so that every phone is told everything once: "
                + "a start notices a restore by itself only where clock.mark is still in its data folder.";
    }
}
