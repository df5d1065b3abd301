using System.Text.Json;
using System.Threading.Channels;

namespace Wallet.Simulator.Phones;

/// <summary>Keeps the phones of a fleet in one file, written anew a little after something changed.</summary>
internal sealed class PhoneStore(string folder, string workspaceId, TimeProvider time, Func<IReadOnlyList<PhoneState>> phones) : IAsyncDisposable
{
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(250);

    private readonly Channel<bool> _touched = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _writing = new(1);
    private Task _keeping = Task.CompletedTask;

    private string File => Path.Combine(folder, "phones.json");

    /// <summary>The phones of this workspace; none when there is no file, or one of another workspace, or one that cannot be read.</summary>
    public async Task<IReadOnlyList<PhoneState>> LoadAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File)) return [];
        await using var stream = System.IO.File.OpenRead(File);
        try
        {
            var kept = await JsonSerializer.DeserializeAsync<KeptPhones>(stream, PhoneJson.Options, cancellation);
            return kept?.Workspace == workspaceId ? [.. (kept.Phones ?? []).Select(phone => phone.Awake())] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public void Start() => _keeping = KeepAsync();

    /// <summary>Something changed.</summary>
    public void Touch() => _touched.Writer.TryWrite(true);

    public async Task SaveAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            Directory.CreateDirectory(folder);
            // The file holds the passes' tokens: for its owner's eyes only, and whole or not at all.
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(File + ".new", options))
                await JsonSerializer.SerializeAsync(stream, new KeptPhones(workspaceId, phones()), PhoneJson.Options, cancellation);
            System.IO.File.Move(File + ".new", File, overwrite: true);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _keeping;
        await SaveAsync(CancellationToken.None);
        _writing.Dispose();
        _ending.Dispose();
    }

    private async Task KeepAsync()
    {
        try
        {
            await foreach (var _ in _touched.Reader.ReadAllAsync(_ending.Token))
            {
                await Task.Delay(Behind, time, _ending.Token);
                await SaveAsync(_ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposal writes the last state itself.
        }
    }
}
