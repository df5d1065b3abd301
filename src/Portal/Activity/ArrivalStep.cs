namespace Portal.Activity;

/// <summary>How far one change has come on one device.</summary>
public enum ArrivalStep
{
    Queued,
    Accepted,
    Asked,
    Fetched,
    Settled,
}
