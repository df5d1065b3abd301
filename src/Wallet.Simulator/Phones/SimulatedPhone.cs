using System.Net;
using Passbook.Generator;

namespace Wallet.Simulator.Phones;

/// <summary>A phone with passes in its Wallet that speaks the device's side of the web service protocol.</summary>
/// <remarks>
/// Thread safe; one call at a time goes over the wire. A phone does nothing by itself: a push only leaves a note in
/// <see cref="PhoneState.Pushed"/>, and <see cref="WorkAsync"/> works through what is outstanding. A fleet calls it at the right moment.
/// </remarks>
public sealed class SimulatedPhone(HttpClient http, PhoneOptions options, PhoneState state) : IDisposable
{
    private readonly SemaphoreSlim _busy = new(1);
    private readonly Lock _gate = new();
    private readonly PortalCalls _calls = new(http, options);
    private readonly PackageReader _reader = new(options);
    private readonly List<(HeldPass Pass, string Line)> _complaints = [];
    private PhoneState _state = state;

    /// <summary>Called for everything this phone does. It must be quick and must not throw. The phones of a fleet have theirs set by it.</summary>
    public Action<SimulatedPhone, PhoneEvent>? Happened { get; set; }

    /// <summary>Called whenever what it remembers has changed.</summary>
    internal Action? Changed { get; init; }

    /// <summary>What it remembers.</summary>
    public PhoneState State => Volatile.Read(ref _state);

    /// <summary>Something waits for <see cref="WorkAsync"/>.</summary>
    public bool HasWork => State is { Pushed.Count: > 0 } or { Leaving.Length: > 0 } || State.Passes.Any(pass => pass.Registration == RegistrationState.Wanted);

    /// <summary>Puts a package into Wallet and registers it.</summary>
    /// <exception cref="InvalidPackageException">Wallet refuses the package.</exception>
    /// <exception cref="RetryLaterException">The pass is held, but the web service could not be reached; <see cref="WorkAsync"/> tries again.</exception>
    public Task<HeldPass> AddPassAsync(byte[] package, CancellationToken cancellation = default)
        => AddAsync(new PassAnswer(HttpStatusCode.OK, package, MediaType: null, LastModified: null), cancellation);

    /// <summary>Opens a download link and adds the pass it gives.</summary>
    /// <exception cref="InvalidPackageException">The link gives no pass, or one that Wallet refuses.</exception>
    /// <exception cref="RetryLaterException">The link, or the web service behind the pass, could not be reached.</exception>
    public async Task<HeldPass> AddPassAsync(Uri link, CancellationToken cancellation = default)
    {
        var answer = await _calls.DownloadAsync(link, cancellation);
        if (answer.Status != HttpStatusCode.OK) throw new InvalidPackageException($"The link answered {(int)answer.Status}.");
        if (answer.MediaType is not PassPackage.MediaType) throw new InvalidPackageException($"The link gave '{answer.MediaType}'.");
        return await AddAsync(answer, cancellation);
    }

    /// <summary>Apple wakes the phone: something of this pass type changed.</summary>
    public void ReceivePush(string topic)
    {
        Change(held => held with { Pushed = held.Pushed.Add(topic) });
        Tell(PhoneEventKind.Pushed, topic);
    }

    /// <summary>Takes a pass out of Wallet and ends its registration. Does nothing when the phone does not hold it.</summary>
    /// <exception cref="RetryLaterException">The web service could not be reached; <see cref="WorkAsync"/> tries again.</exception>
    public async Task RemovePassAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellation = default)
    {
        Change(held => held.Find(passTypeIdentifier, serialNumber) is not { } pass ? held : held with
        {
            Passes = held.Passes.Remove(pass),
            // A registration without an answer may have arrived all the same.
            Leaving = pass.Registration is RegistrationState.Registered or RegistrationState.Wanted ? held.Leaving.Add(pass) : held.Leaving,
        });
        await WorkAsync(cancellation);
    }

    /// <summary>The owner pulls down on a pass: it is fetched whether the web service has news or not.</summary>
    /// <returns>True when it changed.</returns>
    /// <exception cref="RetryLaterException">The web service could not be reached.</exception>
    public async Task<bool> RefreshAsync(string passTypeIdentifier, string serialNumber, CancellationToken cancellation = default)
    {
        return await AloneAsync(async () =>
        {
            var pass = State.Find(passTypeIdentifier, serialNumber);
            return pass is { WebServiceUrl: not null } && await new PassUpdate(this, _calls, _reader, options).FetchAsync(pass, FetchReason.PulledDown, cancellation);
        }, cancellation);
    }

    /// <summary>Works through what is outstanding: registrations, pushed pass types, removed passes, and once more what was pushed meanwhile.</summary>
    /// <exception cref="RetryLaterException">The web service could not be reached; what is outstanding is kept.</exception>
    public Task WorkAsync(CancellationToken cancellation = default) => AloneAsync(async () =>
    {
        await DoOutstandingAsync(cancellation);
        return true;
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _busy.Dispose();

    /// <summary>Notes something to be reported to the web service when this phone has finished what it is doing.</summary>
    internal void Complain(HeldPass pass, string complaint)
    {
        _complaints.Add((pass, Complaints.Line(options.Time.GetUtcNow(), complaint)));
        Tell(PhoneEventKind.Complained, pass.PassTypeIdentifier, pass.SerialNumber, complaint);
    }

    internal void Change(Func<PhoneState, PhoneState> change)
    {
        lock (_gate) _state = change(_state);
        Changed?.Invoke();
    }

    internal void Tell(PhoneEventKind kind, string passTypeIdentifier, string? serialNumber = null, string? text = null)
        => Happened?.Invoke(this, new PhoneEvent(kind, passTypeIdentifier, serialNumber, text));

    private Task<HeldPass> AddAsync(PassAnswer answer, CancellationToken cancellation) => AloneAsync(async () =>
    {
        var pass = await _reader.ReadAsync(answer.Package, cancellation) with
        {
            LastModified = answer.LastModified,
            UpdatedAt = options.Time.GetUtcNow(),
        };
        Change(held => held.With(pass));
        Tell(PhoneEventKind.Added, pass.PassTypeIdentifier, pass.SerialNumber, pass.Description);
        await DoOutstandingAsync(cancellation);
        return State.Find(pass.PassTypeIdentifier, pass.SerialNumber) ?? pass;
    }, cancellation);

    private async Task DoOutstandingAsync(CancellationToken cancellation)
    {
        var registration = new PassRegistration(this, _calls);
        await registration.RegisterAsync(cancellation);
        await registration.UnregisterAsync(cancellation);
        while (State.Pushed.FirstOrDefault() is { } topic) await new PassUpdate(this, _calls, _reader, options).AskAsync(topic, cancellation);
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _busy.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            await ReportAsync(cancellation);
            _busy.Release();
        }
    }

    /// <summary>A report that does not get through is lost, as a phone's are.</summary>
    private async Task ReportAsync(CancellationToken cancellation)
    {
        if (_complaints.Count == 0) return;
        try
        {
            await _calls.LogAsync(_complaints[^1].Pass, _complaints.Select(complaint => complaint.Line), cancellation);
        }
        catch (Exception unheard) when (unheard is RetryLaterException or OperationCanceledException)
        {
            Tell(PhoneEventKind.Delayed, _complaints[^1].Pass.PassTypeIdentifier, text: unheard.Message);
        }

        _complaints.Clear();
    }
}
