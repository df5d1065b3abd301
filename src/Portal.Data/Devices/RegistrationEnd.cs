namespace Portal.Data.Devices;

/// <summary>Why a registration ended.</summary>
public enum RegistrationEnd
{
    /// <summary>The device took it back: the pass was deleted, or its updates were switched off. Both look alike.</summary>
    Removed,

    /// <summary>APNs called the push token dead.</summary>
    TokenDead,
}
