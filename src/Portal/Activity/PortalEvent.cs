using System.Text.Json.Serialization;

namespace Portal.Activity;

/// <summary>Something that just became true in the database; open pages redraw what it touches.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="PassId">The pass it happened to, when it was one.</param>
/// <param name="DesignId">The design it happened to, when it was one.</param>
/// <param name="DeviceId">The device it happened to, when it was one.</param>
public sealed record PortalEvent(PortalEventKind Kind, long? PassId = null, long? DesignId = null, long? DeviceId = null)
{
    /// <summary>Whether it happened on another node.</summary>
    [JsonIgnore]
    public bool IsFromElsewhere { get; init; }
}

/// <summary>The kinds of news.</summary>
public enum PortalEventKind
{
    PassChanged,
    DesignPublished,
    PushAnswered,

    /// <summary>The pushes of a pass type were stopped or resumed.</summary>
    PushStopChanged,

    DeviceListed,
    PassFetched,
    RegistrationChanged,
    DeviceComplained,
    CertificateChanged,

    /// <summary>What takes long to count was counted anew.</summary>
    Counted,
}
