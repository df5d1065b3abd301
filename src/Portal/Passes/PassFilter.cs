namespace Portal.Passes;

/// <summary>Which passes a list shows. All of it stands in the page's address.</summary>
public sealed record PassFilter(string? Search = null, long? DesignId = null, PassState State = PassState.Any);

/// <summary>The chips above the list of passes.</summary>
public enum PassState
{
    Any,
    Installed,
    NeverInstalled,
    Voided,
    Expired,
}
