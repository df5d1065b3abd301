using System.Diagnostics;
using System.Globalization;

namespace Portal.Tests.Faults;

/// <summary>Every attempt of a process to bring something onto the disk fails with EIO, by strace, until disposed.</summary>
internal sealed class DiskErrors : IDisposable
{
    private readonly Process _strace;

    private DiskErrors(Process strace) => _strace = strace;

    public static async Task<DiskErrors> InjectAsync(int process)
    {
        var start = new ProcessStartInfo("strace")
        {
            UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["-f", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO", "-o", "/dev/null", "-p"])
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(process.ToString(CultureInfo.InvariantCulture));
        Process strace;
        try
        {
            strace = Process.Start(start) ?? throw new InvalidOperationException("strace did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("strace is not installed.");
            throw;
        }

        // It says so once it holds every thread.
        var line = await strace.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line?.Contains("attached", StringComparison.Ordinal) != true)
            Assert.Skip($"strace cannot attach to a process here: {line}");
        return new DiskErrors(strace);
    }

    public void Dispose()
    {
        // Interrupted it lets go; killed it would leave the process stopped.
        using (var interrupt = Process.Start("kill", ["-INT", _strace.Id.ToString(CultureInfo.InvariantCulture)]))
            interrupt.WaitForExit();
        _strace.WaitForExit();
        _strace.Dispose();
    }
}
