namespace Portal.Hosting;

/// <summary>Files that hold secrets: nobody but their owner may read them.</summary>
public static class OwnerOnlyFile
{
    /// <summary>Makes an empty file with mode 0600; one that is there is emptied.</summary>
    public static void MakeEmpty(string path)
    {
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var empty = new FileStream(path, create);
    }
}
