using Microsoft.Extensions.Options;

namespace Portal.Hosting;

/// <summary>The folder that holds what must survive, and the lock that gives it to one process.</summary>
public sealed class DataFolder(IOptions<DataOptions> options) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // What .NET makes of a lock that another process has: the error of the system on Linux and macOS, and two of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

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

    /// <summary>Takes the lock, which the operating system lets go when the process ends, however it ends.</summary>
    /// <exception cref="StartFailedException">Another process has it, or the folder cannot be written.</exception>
    public void Lock()
    {
        if (_lock is not null)
            return;
        Ensure();
        try
        {
            _lock = new FileStream(PathOf("portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StartFailedException($"The data folder '{options.Value.Folder}' (Data:Folder) cannot be written.", error);
        }
        catch (IOException error) when (HeldByAnother.Contains(error.HResult))
        {
            throw new StartFailedException(
                $"The data folder '{options.Value.Folder}' (Data:Folder) is in use by another Passbook Portal: end that one first.", error);
        }
        catch (IOException error)
        {
            // Read-only, full, or whatever else the system says.
            throw new StartFailedException($"The data folder '{options.Value.Folder}' (Data:Folder) cannot be used: {error.Message.TrimEnd('.')}.", error);
        }
    }

    public void Dispose() => _lock?.Dispose();
}
