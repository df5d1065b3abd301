namespace Portal.Passes;

/// <summary>Whether a change was committed is not known: the database did not answer. The same change may be asked for again under its id.</summary>
public sealed class OutcomeUnknownException : Exception
{
    public OutcomeUnknownException()
    {
    }

    public OutcomeUnknownException(string message)
        : base(message)
    {
    }

    public OutcomeUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
