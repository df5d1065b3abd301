namespace Portal.Data.Activity;

/// <summary>What was wrong for a device.</summary>
public enum ComplaintKind
{
    /// <summary>A line of no known form, or an error of a known task in words of its own.</summary>
    Other,

    /// <summary>Its authentication token was refused.</summary>
    TokenRefused,

    /// <summary>An HTTP status it did not expect; see <see cref="DeviceComplaint.Status"/>.</summary>
    UnexpectedStatus,

    /// <summary>The package it got is no valid pass.</summary>
    InvalidPass,

    /// <summary>It was told of a pass that turned out to be the same as before.</summary>
    Unchanged,

    /// <summary>It got the whole pass although it said that it had this version.</summary>
    SentInFull,

    /// <summary>It was told of a pass that it does not have registered.</summary>
    NotRegistered,

    /// <summary>A list named passes, but its update tag was that of the list before.</summary>
    SameTag,

    /// <summary>It could not read the answer.</summary>
    Malformed,
}
