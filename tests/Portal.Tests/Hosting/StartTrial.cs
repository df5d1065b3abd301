using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Hosting.Backups;
using Portal.Testing;

namespace Portal.Tests.Hosting;

/// <summary>Starts of the portal on one data folder, one after the other.</summary>
internal sealed class StartTrial : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal) { ["Demo:Enabled"] = "false", ["Portal:PublicBaseUrl"] = "" };

    public string DatabaseFile => _folder.File("portal.db");

    public string Database => SqliteConnectionText.Complete(SqliteConnectionText.ForFile(DatabaseFile) + ";Pooling=False");

    public string File(string name) => _folder.File(name);

    /// <summary>Starts a portal that the caller disposes.</summary>
    public async Task<WebApplication> StartAsync()
    {
        var app = PortalApp.Build(
            ["--urls", "http://127.0.0.1:0", "--environment", "Development", "--contentRoot", Repository.Root, $"--Data:Folder={_folder.Path}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings);
                builder.Logging.ClearProviders();
            });
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a portal and stops it in order.</summary>
    public async Task RunAsync()
    {
        await using var app = await StartAsync();
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The sentence with which the start is refused.</summary>
    public async Task<string> RefusalAsync() => (await Assert.ThrowsAsync<StartFailedException>(StartAsync)).Message;

    /// <summary>Runs a command with the settings of the starts.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> CommandAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await BackupCommand.RunAsync(
            [
                .. args, "--environment=Development", $"--contentRoot={Repository.Root}", $"--Data:Folder={_folder.Path}",
                .. Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ],
            output);
        return output.ToString();
    }

    /// <summary>The sentence with which a command is refused.</summary>
    public async Task<string> CommandRefusalAsync(params string[] args) =>
        (await Assert.ThrowsAsync<StartFailedException>(() => CommandAsync(args))).Message;

    public void Dispose() => _folder.Dispose();
}
