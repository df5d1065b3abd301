using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Portal.Hosting.Backups;

namespace Portal.Hosting;

/// <summary>Runs the portal as a program: a start that fails says why in one line and ends with code 1.</summary>
public static class PortalRun
{
    /// <summary>Builds and runs the portal until it is told to stop, or does what a command asks for.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        try
        {
            if (BackupCommand.IsMeantBy(args))
            {
                await BackupCommand.RunAsync(args, Console.Out);
                return 0;
            }

            await using var app = PortalApp.Build(args, configure);
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            // Told to stop while it was still starting.
            return 0;
        }
        catch (Exception error) when (Reason(error) is { } reason)
        {
            await Console.Error.WriteLineAsync(BackupCommand.IsMeantBy(args) ? reason : $"Passbook Portal cannot start. {reason}");
            return 1;
        }
    }

    private static string? Reason(Exception error) => error switch
    {
        StartFailedException => error.Message,
        // A number that is none, and the like: the binder's own words name the key.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => error.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        IOException { InnerException: AddressInUseException } => error.Message.TrimEnd('.') + ". Another program listens there.",
        // A data folder that is a file, lies in none, or may not be written.
        DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException => $"Data:Folder cannot be used: {error.Message}",
        // Kestrel's own words for an address it cannot read.
        FormatException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" or "Microsoft.AspNetCore.Http" } => $"urls: {error.Message}",
        _ => null,
    };
}
