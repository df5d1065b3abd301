namespace Portal.Hosting;

/// <summary>What a symbolic link to a file stands for. SQLite keeps the log beside the file itself, and its lock has to lie there too.</summary>
internal static class LinkedFile
{
    // After as many Linux takes them for a circle.
    private const int MostLinks = 40;

    /// <summary>Where the link leads, whether or not there is a file yet; a path that is none stays as it is.</summary>
    /// <param name="path">A full path.</param>
    public static string Follow(string path) => new FileInfo(path).LinkTarget is null ? path : Follow(path, links: 0);

    // A target that goes up goes up from the folder itself, which may be reached through a link.
    private static string Follow(string path, int links)
    {
        if (links == MostLinks || Path.GetDirectoryName(path) is not { } parent)
            return path;
        var folder = Follow(parent, links);
        var file = Path.Combine(folder, Path.GetFileName(path));
        return new FileInfo(file).LinkTarget is { } target ? Follow(Path.GetFullPath(target, folder), links + 1) : file;
    }
}
