namespace Portal.Hosting;

/// <summary>Finds <c>appsettings.json</c> and <c>wwwroot</c>, wherever the portal is started from.</summary>
public static class ContentRoot
{
    /// <summary>The working directory when the settings are there, else the folder of the program; null leaves it to the command line.</summary>
    public static string? Find(string[] args)
    {
        if (args.Any(arg => arg.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase)))
            return null;
        var here = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(here, "appsettings.json")) ? here : AppContext.BaseDirectory;
    }
}
