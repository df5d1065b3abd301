using System.Collections.Immutable;
using System.Security.Cryptography;
using Wallet.Simulator.Apns;

namespace Wallet.Simulator.Phones;

/// <summary>Everything a simulated phone remembers; written as JSON, so that a host can keep it over a restart.</summary>
public sealed record PhoneState
{
    /// <summary>How many notifications are remembered.</summary>
    public const int RecentNotifications = 20;

    /// <summary>The device library identifier: a secret shared with the web service.</summary>
    public required string DeviceLibraryIdentifier { get; init; }

    /// <summary>Where Apple reaches this phone.</summary>
    public required string PushToken { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The passes it holds.</summary>
    public ImmutableArray<HeldPass> Passes { get; init; } = [];

    /// <summary>Removed passes whose registration the web service has not yet ended.</summary>
    public ImmutableArray<HeldPass> Leaving { get; init; } = [];

    /// <summary>The update tag of the last list, by pass type.</summary>
    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The pass types that were pushed and not yet asked for.</summary>
    public ImmutableHashSet<string> Pushed { get; init; } = [];

    /// <summary>The pass types it is asking for and fetching just now.</summary>
    public ImmutableHashSet<string> Asking { get; init; } = [];

    /// <summary>What its lock screen showed last, oldest first.</summary>
    public ImmutableArray<PhoneNotification> Notifications { get; init; } = [];

    /// <summary>A phone that has just been set up.</summary>
    public static PhoneState New(string name) => new()
    {
        DeviceLibraryIdentifier = RandomNumberGenerator.GetHexString(32, lowercase: true),
        PushToken = DeviceTokens.New(),
        Name = name,
    };

    /// <summary>The phone as it comes back after it stopped in the middle of something: that is still to be done.</summary>
    public PhoneState Awake() => this with { Pushed = Pushed.Union(Asking), Asking = [] };

    /// <summary>The pass of this type and serial number, if the phone holds it.</summary>
    public HeldPass? Find(string passTypeIdentifier, string serialNumber)
        => Passes.FirstOrDefault(pass => pass.Is(passTypeIdentifier, serialNumber));

    /// <summary>The state with this pass added, or put in place of an older version.</summary>
    public PhoneState With(HeldPass pass)
    {
        var at = Passes.IndexOf(pass, SamePass.Instance);
        return this with { Passes = at < 0 ? Passes.Add(pass) : Passes.SetItem(at, pass) };
    }

    /// <summary>The state with these notifications, without those that are too old for the lock screen.</summary>
    public PhoneState With(IEnumerable<PhoneNotification> notifications)
        => this with { Notifications = [.. Notifications.Concat(notifications).TakeLast(RecentNotifications)] };

    private sealed class SamePass : IEqualityComparer<HeldPass>
    {
        public static readonly SamePass Instance = new();

        public bool Equals(HeldPass? x, HeldPass? y)
            => x is null ? y is null : y is not null && x.Is(y.PassTypeIdentifier, y.SerialNumber);

        public int GetHashCode(HeldPass obj) => HashCode.Combine(obj.PassTypeIdentifier, obj.SerialNumber);
    }
}

/// <summary>What the lock screen said.</summary>
public sealed record PhoneNotification(DateTimeOffset At, string PassTypeIdentifier, string SerialNumber, string FieldKey, string Text);
