namespace Wallet.Simulator.Phones;

/// <summary>Something a phone did, for whoever watches.</summary>
public sealed record PhoneEvent(PhoneEventKind Kind, string PassTypeIdentifier, string? SerialNumber = null, string? Text = null);

/// <summary>What a phone can do.</summary>
public enum PhoneEventKind
{
    /// <summary>A pass came into Wallet.</summary>
    Added,

    /// <summary>The web service answered a registration with 200 or 201.</summary>
    Registered,

    /// <summary>A push arrived.</summary>
    Pushed,

    /// <summary>The list of changed passes was read.</summary>
    Asked,

    /// <summary>A new version of a pass was read and shown.</summary>
    Updated,

    /// <summary>The pass was answered and is the same as before.</summary>
    Unchanged,

    /// <summary>The lock screen shows a text.</summary>
    Notified,

    /// <summary>Something was wrong and was reported to the web service.</summary>
    Complained,

    /// <summary>The web service ended the registration of a removed pass.</summary>
    Unregistered,

    /// <summary>The web service could not be reached or asked for patience; the phone tries again.</summary>
    Delayed,
}
