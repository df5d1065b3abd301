using System.Diagnostics;

namespace Portal.Testing.Processes;

/// <summary>A program run to its end, with what it said.</summary>
public sealed record Command(int ExitCode, string Output, string Error)
{
    public static async Task<Command> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A folder that every user may enter: some commands run as another one.
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new Command(process.ExitCode, await output, await error);
    }

    /// <exception cref="InvalidOperationException">The program ended with something else than 0.</exception>
    public static async Task<string> RunOrThrowAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var command = await RunAsync(program, arguments, cancellationToken);
        return command.ExitCode == 0
            ? command.Output
            : throw new InvalidOperationException($"{program} ended with {command.ExitCode}: {command.Error}{command.Output}");
    }
}
