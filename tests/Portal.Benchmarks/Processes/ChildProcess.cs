using System.Diagnostics;

namespace Portal.Benchmarks.Processes;

/// <summary>This program once more, as a server in a process of its own, so that client and server share nothing but the machine.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process, string ready)
    {
        _process = process;
        Ready = ready;
    }

    /// <summary>The line it said when it was ready.</summary>
    public string Ready { get; }

    /// <param name="role">The name of a role of <see cref="Child"/>.</param>
    /// <param name="args">What the role is given.</param>
    /// <param name="cancellationToken">Stops the waiting for it.</param>
    public static async Task<ChildProcess> StartAsync(string role, string[] args, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, Child.Word, role, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
        var ready = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new ChildProcess(process, ready ?? throw new InvalidOperationException($"The child '{role}' ended before it was ready."));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
