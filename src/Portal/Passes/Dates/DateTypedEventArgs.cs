namespace Portal.Passes.Dates;

/// <summary>What stands in a date box, as <c>js/date-events.js</c> tells it.</summary>
public sealed class DateTypedEventArgs : EventArgs
{
    /// <summary>Local date and time, <c>2027-05-01T18:30</c>; empty when the box holds none.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether parts of a date stand there that do not make one yet.</summary>
    public bool IsIncomplete { get; set; }
}
