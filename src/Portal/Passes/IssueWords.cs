namespace Portal.Passes;

/// <summary>What is said when a pass could not be issued.</summary>
public static class IssueWords
{
    /// <summary>It was certainly not made.</summary>
    public const string NotIssued = "Not issued: the database did not answer. What you typed is still here; try again.";

    /// <summary>Nobody knows whether it was made. Stays until that is known.</summary>
    public const string Unknown =
        "We do not know whether it was issued: the database did not answer. Issue it again as it is: it is made once only. Before you change anything, look among the passes.";
}
