using Microsoft.Extensions.Options;

namespace Portal.Hosting;

/// <summary>The folder that holds what must survive, and the lock that gives it to one process.</summary>
public sealed class DataFolder(IOptions<DataOptions> options) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private FileStream? _lock;

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string file) => Path.Combine(options.Value.Folder, file);

    /// <summary>Makes the folder when it is missing, readable by its owner only.</summary>
    /// <exception cref="StartFailedException">It cannot be made.</exception>
    public void Ensure()
    {
        var folder = options.Value.Folder;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"The data folder '{folder}' (Data:Folder) cannot be made: {error.Message}", error);
        }
    }

    /// <summary>Makes the folder when it is missing, and takes its lock.</summary>
    /// <exception cref="StartFailedException">Another process has it, or the folder cannot be written.</exception>
    public void Lock()
    {
        if (_lock is not null)
            return;
        Ensure();
        _lock = FileLock.Take(PathOf("portal.lock"), $"The data folder '{options.Value.Folder}' (Data:Folder)");
    }

    public void Dispose() => _lock?.Dispose();
}
