using Portal.Testing;
using Portal.Testing.Processes;

namespace Portal.Tests.Faults;

/// <summary>A disk of a few megabytes in memory, which a test can fill. Only root may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private SmallDisk(TemporaryFolder folder) => _folder = folder;

    public string Path => _folder.Path;

    private string Filler => _folder.File("filler");

    public static async Task<SmallDisk> MountAsync(int megabytes, CancellationToken cancellationToken)
    {
        var folder = TemporaryFolder.Create();
        var mounted = await Command.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder.Path], cancellationToken);
        if (mounted.ExitCode != 0)
        {
            folder.Dispose();
            Assert.Skip("Only root may mount a small disk: " + mounted.Error);
        }

        return new SmallDisk(folder);
    }

    /// <summary>Leaves not a byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Empty() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Command.RunAsync("umount", ["--lazy", _folder.Path], CancellationToken.None);
        _folder.Dispose();
    }
}
