namespace Wallet.Simulator.Phones;

/// <summary>The web service could not be reached, or asked for patience.</summary>
public sealed class RetryLaterException : Exception
{
    public RetryLaterException()
        : this("The web service could not be reached.")
    {
    }

    public RetryLaterException(string message)
        : this(message, after: null)
    {
    }

    public RetryLaterException(string message, Exception innerException)
        : this(message, after: null, innerException)
    {
    }

    internal RetryLaterException(string message, TimeSpan? after = null, Exception? inner = null)
        : base(message, inner) => After = after;

    /// <summary>How long the web service wants to be left alone, when it said so (<c>Retry-After</c>).</summary>
    public TimeSpan? After { get; }
}
