using System.Collections.Concurrent;
using Wallet.Simulator.Apns;

namespace Wallet.Simulator.Phones;

/// <summary>Many phones that are woken by pushes and talk a few at a time. At rest it does nothing at all: no timer runs, nothing polls.</summary>
/// <remarks>Thread safe. The <see cref="HttpClient"/> is shared by all phones and stays the caller's.</remarks>
public sealed class PhoneFleet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PhoneTurn> _phones = new(StringComparer.OrdinalIgnoreCase);
    private readonly HttpClient _http;
    private readonly PhoneOptions _options;
    private readonly PhoneQueue _queue;
    private PhoneStore? _store;
    private SimulatedApns? _apns;

    public PhoneFleet(HttpClient http, PhoneOptions? options = null)
    {
        _http = http;
        _options = options ?? new PhoneOptions();
        _queue = new PhoneQueue(_options);
    }

    /// <summary>Called for everything any phone does, on the thread that does it. It must be quick and must not throw.</summary>
    public Action<SimulatedPhone, PhoneEvent>? Happened { get; set; }

    /// <summary>All phones, in no order.</summary>
    public IReadOnlyCollection<SimulatedPhone> Phones => [.. _phones.Values.Select(turn => turn.Phone)];

    /// <summary>How many phones have something to do or are waiting to try again.</summary>
    public int Busy => _queue.Busy;

    /// <summary>From now on this APNs wakes the phones, and knows their tokens.</summary>
    public void Connect(SimulatedApns apns)
    {
        _apns = apns;
        foreach (var token in _phones.Keys) apns.Tokens.Add(token);
        apns.Delivered += Receive;
    }

    /// <summary>A new phone without passes; without a name it gets one such as people give.</summary>
    public SimulatedPhone Add(string? name = null) => Add(PhoneState.New(name ?? PhoneNames.Of(_phones.Count)));

    /// <summary>A phone that existed before. What it has left to do is done soon.</summary>
    public SimulatedPhone Add(PhoneState state)
    {
        var phone = new SimulatedPhone(_http, _options, state)
        {
            Happened = (who, what) => Happened?.Invoke(who, what),
            Changed = () => _store?.Touch(),
        };
        var turn = new PhoneTurn(phone, _queue);
        if (!_phones.TryAdd(state.PushToken, turn)) throw new ArgumentException("A phone with this push token is there already.", nameof(state));
        _apns?.Tokens.Add(state.PushToken);
        _store?.Touch();
        turn.WakeIfNeeded();
        return phone;
    }

    /// <summary>The phone with this push token.</summary>
    public SimulatedPhone? Find(string pushToken) => _phones.TryGetValue(pushToken, out var turn) ? turn.Phone : null;

    /// <summary>A push for one of the phones; one for nobody is dropped.</summary>
    public void Receive(DeliveredPush push)
    {
        if (!_phones.TryGetValue(push.Token, out var turn)) return;
        turn.Phone.ReceivePush(push.Topic);
        turn.Wake();
    }

    /// <summary>Lets a phone do what it has left to do, such as a registration that could not be made.</summary>
    public void Wake(SimulatedPhone phone) => _phones[phone.State.PushToken].WakeIfNeeded();

    /// <summary>Ends when no phone has anything left to do.</summary>
    public Task WhenQuietAsync(CancellationToken cancellation = default) => _queue.WhenQuietAsync(cancellation);

    /// <summary>
    /// Takes up the phones kept in this folder and keeps them there from now on, a moment behind.
    /// Phones of another workspace are forgotten: the portal they knew is gone.
    /// </summary>
    /// <returns>How many phones were taken up.</returns>
    public async Task<int> LoadAsync(string folder, string workspaceId, CancellationToken cancellation = default)
    {
        if (_store is not null) throw new InvalidOperationException("This fleet has a folder already.");
        var store = new PhoneStore(folder, workspaceId, _options.Time, () => [.. Phones.Select(phone => phone.State)]);
        var kept = await store.LoadAsync(cancellation);
        foreach (var state in kept) Add(state);
        _store = store;
        store.Start();
        return kept.Count;
    }

    /// <summary>Writes the phones now; does nothing without a folder.</summary>
    public Task SaveAsync(CancellationToken cancellation = default) => _store?.SaveAsync(cancellation) ?? Task.CompletedTask;

    /// <summary>Lets the phones fall asleep in the middle of what they do, and keeps what they remember.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_apns is { } apns) apns.Delivered -= Receive;
        await _queue.DisposeAsync();
        if (_store is { } store) await store.DisposeAsync();
        foreach (var turn in _phones.Values) turn.Dispose();
    }
}
