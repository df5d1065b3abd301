using System.Collections.Concurrent;
using System.Globalization;
using Wallet.Simulator.Phones;

namespace Portal.Benchmarks.Load;

/// <summary>How long a save takes from its acknowledgement until a phone shows it.</summary>
internal sealed class Lags(Ledger ledger, FaultClock faults)
{
    private const int LongestKind = 160;

    private readonly ConcurrentBag<double> _quiet = [];
    private readonly ConcurrentBag<double> _troubled = [];
    private readonly ConcurrentDictionary<(string Phone, string SerialNumber), int> _shown = new();
    private readonly ConcurrentDictionary<string, long> _complaints = new(StringComparer.Ordinal);

    /// <summary>What phones complained of, with numbers and names left out.</summary>
    public IReadOnlyDictionary<string, long> Complaints => _complaints;

    public string Quiet => Words(_quiet);

    public string Troubled => Words(_troubled);

    public void Happened(SimulatedPhone phone, PhoneEvent what)
    {
        if (what.Kind is PhoneEventKind.Complained)
            _complaints.AddOrUpdate(Kind(what), 1, static (_, count) => count + 1);
        if (what is not { Kind: PhoneEventKind.Updated, SerialNumber: { } serial } || phone.State.Find(what.PassTypeIdentifier, serial) is not { } pass)
            return;
        var (now, points) = (DateTimeOffset.UtcNow, Shown.Points(pass));
        // A new edition shows the points once more.
        var isNew = !_shown.TryGetValue((phone.State.PushToken, serial), out var before) || before != points;
        _shown[(phone.State.PushToken, serial)] = points;
        if (!isNew || ledger.At(serial, points) is not { } at)
            return;
        (faults.WasOpen(at, now) ? _troubled : _quiet).Add((now - at).TotalMilliseconds);
    }

    private static string Kind(PhoneEvent complaint)
    {
        var text = complaint.Text ?? "";
        var nameless = complaint.SerialNumber is { Length: > 0 } serial ? text.Replace(serial, "#", StringComparison.Ordinal) : text;
        return new([.. nameless.Take(LongestKind).Where(letter => !char.IsDigit(letter))]);
    }

    private static string Words(ConcurrentBag<double> lags)
    {
        double[] sorted = [.. lags.Order()];
        return sorted.Length == 0
            ? "no samples"
            : string.Create(CultureInfo.InvariantCulture, $"{sorted.Length} samples, p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, longest {sorted[^1]:0} ms");

        double At(double part) => sorted[(int)(part * (sorted.Length - 1))];
    }
}
