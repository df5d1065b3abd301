namespace Portal.Hosting;

/// <summary>Files that hold secrets or a lock: nobody but their owner may open them.</summary>
public static class OwnerOnlyFile
{
    /// <summary>Makes a file with mode 0600, to be written.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mode">What becomes of one that is there.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    public static FileStream Create(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Makes an empty file; one that is there is emptied.</summary>
    public static void MakeEmpty(string path) => Create(path, FileMode.Create).Dispose();
}
