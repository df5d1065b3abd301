using Portal.Testing.Processes;

namespace Portal.Testing.Postgres;

/// <summary>
/// The folder of a cluster that all test processes of a user share, and who uses it. Users are counted by the
/// kernel: each holds a shared lock on one file for as long as its process lives, however it ends.
/// </summary>
internal sealed class SharedFolder(string path)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(50);
    private static readonly List<FileStream> Held = [];

    public string Socket => path;
    public string Data => Path.Combine(path, "data");
    public string Log => Path.Combine(path, "postgres.log");
    private string UsersFile => Path.Combine(path, "users.lock");
    private string StartFile => Path.Combine(path, "start.lock");

    public static async Task<SharedFolder> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var folder = new SharedFolder(Path.Combine(Path.GetTempPath(), $"{name}-{Environment.UserName}"));
        Directory.CreateDirectory(folder.Socket);
        // The lock files need only be there, which no file mode of .NET says without taking a lock.
        await Command.RunOrThrowAsync("touch", [folder.UsersFile, folder.StartFile], cancellationToken);
        await GiveAsync(folder.Socket, cancellationToken);
        return folder;
    }

    /// <summary>Makes a folder the server's own.</summary>
    public static async Task GiveAsync(string folder, CancellationToken cancellationToken)
    {
        if (PostgresPrograms.User is { } user)
            await Command.RunOrThrowAsync("chown", [user, folder], cancellationToken);
    }

    /// <summary>Held while the server is started, so that one process starts it and the others wait.</summary>
    public Task<FileStream> LockStartAsync(CancellationToken cancellationToken) =>
        LockAsync(StartFile, FileShare.None, cancellationToken);

    /// <summary>Says for the rest of the process that somebody uses the server.</summary>
    public async Task UseUntilProcessEndsAsync(CancellationToken cancellationToken) =>
        Held.Add(await LockAsync(UsersFile, FileShare.Read, cancellationToken));

    /// <summary>
    /// Stops the server and removes its files when no process has used it for some seconds (the next test project
    /// of the same run wants to find it). A detached shell, because nothing of ours runs after a killed test process.
    /// </summary>
    public Task StopWhenUnusedAsync(string pgCtl, CancellationToken cancellationToken)
    {
        var stop = $"'{pgCtl}' stop --mode immediate --pgdata '{Data}'; rm -rf '{Data}'";
        var watch = $"while ! {{ flock '{UsersFile}' true; sleep 5; flock --nonblock '{UsersFile}' sh -c \"{stop}\"; }}; do :; done";
        return PostgresPrograms.RunAsync(["sh", "-c", $"setsid sh -c \"$0\" </dev/null >/dev/null 2>&1 &", watch], cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string file, FileShare share, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.Open, FileAccess.Read, share);
            }
            catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
            {
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }
}
