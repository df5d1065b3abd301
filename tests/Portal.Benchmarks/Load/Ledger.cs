using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Benchmarks.Load;

/// <summary>Every save the portal said it had done. A save without an answer is asked for again until it has one.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, DateTimeOffset>> _points = new(StringComparer.Ordinal);
    private long _saves;
    private long _asked;

    /// <summary>Saves the portal said it had done.</summary>
    public long Saves => Interlocked.Read(ref _saves);

    /// <summary>Saves that were asked for again because nothing, or a refusal to work, came back.</summary>
    public long Repeats => Interlocked.Read(ref _asked) - Saves - Publications;

    /// <summary>The edition of the design that was published last.</summary>
    public int Edition { get; private set; }

    public int Publications { get; private set; }

    public void Asked() => Interlocked.Increment(ref _asked);

    public void Saved(LoadPass pass, int points)
    {
        _points.GetOrAdd(pass.SerialNumber, static _ => new())[points] = DateTimeOffset.UtcNow;
        Interlocked.Increment(ref _saves);
    }

    public void Published(int edition)
    {
        Edition = edition;
        Publications++;
    }

    /// <summary>The value that was saved last; 0 for a pass nobody touched.</summary>
    public int Newest(string serialNumber) => _points.TryGetValue(serialNumber, out var saved) ? saved.Keys.DefaultIfEmpty().Max() : 0;

    /// <summary>When this value was acknowledged; null when the phone shows it before staff knew.</summary>
    public DateTimeOffset? At(string serialNumber, int points) =>
        _points.TryGetValue(serialNumber, out var saved) && saved.TryGetValue(points, out var at) ? at : null;

    /// <summary>SHA-256 over what every pass should show at the end, in the order of serial numbers.</summary>
    public string Digest()
    {
        var lines = new StringBuilder();
        foreach (var serial in _points.Keys.Order(StringComparer.Ordinal))
            lines.Append(CultureInfo.InvariantCulture, $"{serial} {Newest(serial)}\n");
        lines.Append(CultureInfo.InvariantCulture, $"edition {Edition}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
