using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Portal.Testing.Hosting;

/// <summary>The portal in a process of its own (tests/Portal.TestHost), for tests that kill it.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly string Program = typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => string.Equals(metadata.Key, "Portal.TestHost", StringComparison.Ordinal)).Value ?? "";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process) => _process = process;

    /// <summary>Its number among the processes of this machine.</summary>
    public int Id => _process.Id;

    /// <summary>All it wrote, for the message of a test that fails.</summary>
    public IReadOnlyCollection<string> Output => _lines;

    /// <summary>Where it listens; fails when the process ends before it does.</summary>
    public Task<Uri> Address => _address.Task;

    /// <summary>Its end; killed by SIGKILL it is 137.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <param name="settings">Configuration by key.</param>
    /// <param name="killAt">A kill point of <c>Portal.Hosting.KillPoints</c> at which the process ends itself, or null.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="fileHandles">How many it may have open; as many as this process when not given.</param>
    public static PortalProcess Start(
        IReadOnlyDictionary<string, string?> settings, string? killAt = null, string environment = "Development", int? fileHandles = null)
    {
        var start = new ProcessStartInfo(fileHandles is null ? "dotnet" : "prlimit")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        if (fileHandles is { } handles)
        {
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--nofile={handles}:{handles}"));
            start.ArgumentList.Add("dotnet");
        }

        foreach (var argument in (string[])[Program, "--urls", "http://127.0.0.1:0", "--environment", environment])
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings)
            start.ArgumentList.Add($"--{key}={value}");
        // The address is read from this line, whatever else is silenced.
        start.ArgumentList.Add("--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information");
        if (killAt is not null)
            start.Environment["PORTAL_TEST_KILL_AT"] = killAt;

        var portal = new PortalProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        portal.Run();
        return portal;
    }

    /// <summary>SIGKILL, as a power cut.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a service manager ends it.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        Signal("TERM");
        return await ExitCodeAsync(cancellationToken);
    }

    /// <summary>SIGSTOP: the process stands still, and knows nothing of it afterwards.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on.</summary>
    public void Thaw() => Signal("CONT");

    /// <summary>The memory it holds now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(
            new InvalidOperationException("The portal ended before it listened:\n" + string.Join('\n', _lines)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
