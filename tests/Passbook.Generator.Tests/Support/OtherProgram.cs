using System.ComponentModel;
using System.Diagnostics;

namespace Passbook.Generator.Tests.Support;

/// <summary>Programs of others that tell whether ours is right.</summary>
internal static class OtherProgram
{
    /// <summary>True when the program is in one of the folders of PATH.</summary>
    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program in a folder and returns what it said, if it ended well.</summary>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var (code, said) = await TryRunAsync(folder, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}: {said}");
        return said;
    }

    /// <summary>Runs a program in a folder and returns how it ended and what it said.</summary>
    public static async Task<(int Code, string Said)> TryRunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start, program);
        var token = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return (process.ExitCode, output + await error);
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (Win32Exception)
        {
            var reason = $"{program} is not on this machine; this test compares with it.";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
                Assert.Fail(reason);
            Assert.Skip(reason);
            throw;
        }
    }
}
