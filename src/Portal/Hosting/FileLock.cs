namespace Portal.Hosting;

/// <summary>A file that one process has, and that the operating system lets go when the process ends, however it ends.</summary>
internal static class FileLock
{
    // What .NET makes of a lock that another process has: the error of the system on Linux and macOS, and two of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Takes it; disposing the result lets it go.</summary>
    /// <param name="path">The file, made when it is missing. It stays: who removed it might remove that of the next one.</param>
    /// <param name="guarded">What it guards, as the beginning of a sentence.</param>
    /// <exception cref="StartFailedException">Another process has it, or it cannot be written.</exception>
    public static FileStream Take(string path, string guarded)
    {
        try
        {
            return OwnerOnlyFile.Create(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException error) when (HeldByAnother.Contains(error.HResult))
        {
            throw new StartFailedException($"{guarded} is in use by another Passbook Portal: end that one first.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Read-only, full, or whatever else the system says.
            throw new StartFailedException($"{guarded} cannot be used: {error.Message.TrimEnd('.')}.", error);
        }
    }
}
