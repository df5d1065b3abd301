using Portal.Testing.Processes;

namespace Portal.Testing.Postgres;

/// <summary>PostgreSQL's own programs, run as a user that is not root: the server refuses root.</summary>
internal sealed class PostgresPrograms(string folder)
{
    private static readonly string[] PreferredUsers = ["postgres", "nobody"];

    /// <summary>Who owns the cluster: null when we are an ordinary user, who owns it then.</summary>
    public static string? User { get; } = Environment.IsPrivilegedProcess
        ? PreferredUsers.First(user => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ":", StringComparison.Ordinal)))
        : null;

    public string PgCtl => Path.Combine(folder, "pg_ctl");

    /// <summary>The newest version that is installed; Debian puts none of the server's programs on the path.</summary>
    public static PostgresPrograms? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian).OrderByDescending(VersionOf).Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = folders.Concat(onPath).FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")));
        return found is null ? null : new PostgresPrograms(found);

        static int VersionOf(string path) => int.TryParse(Path.GetFileName(path), out var version) ? version : 0;
    }

    public Task InitDbAsync(string dataFolder, string owner, CancellationToken cancellationToken) =>
        RunAsync([
            Path.Combine(folder, "initdb"), "--pgdata", dataFolder, "--username", owner, "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions",
        ], cancellationToken);

    public Task StartAsync(string dataFolder, string logFile, IEnumerable<string> settings, CancellationToken cancellationToken) =>
        RunAsync([
            PgCtl, "start", "--pgdata", dataFolder, "--wait", "--timeout", "60", "--log", logFile,
            "--options", string.Join(' ', settings.Select(setting => $"-c {setting}")),
        ], cancellationToken);

    /// <summary>Runs a command line as the cluster's owner.</summary>
    public static Task RunAsync(IReadOnlyList<string> commandLine, CancellationToken cancellationToken) =>
        User is null
            ? Command.RunOrThrowAsync(commandLine[0], commandLine.Skip(1), cancellationToken)
            : Command.RunOrThrowAsync("setpriv", [$"--reuid={User}", "--regid=" + GroupOf(User), "--clear-groups", .. commandLine], cancellationToken);

    private static string GroupOf(string user) =>
        File.ReadLines("/etc/passwd").First(line => line.StartsWith(user + ":", StringComparison.Ordinal)).Split(':')[3];
}
