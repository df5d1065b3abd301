namespace Portal.Passes;

/// <summary>A pass could not be made; the message is a sentence for the person who asked.</summary>
public sealed class PassIssueException : Exception
{
    public PassIssueException()
    {
    }

    public PassIssueException(string message)
        : base(message)
    {
    }

    public PassIssueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The field it is about, when it is about one.</summary>
    public string? FieldId { get; init; }
}
