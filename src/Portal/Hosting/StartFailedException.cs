namespace Portal.Hosting;

/// <summary>The portal cannot start, for a reason somebody outside can mend. The message is one sentence for the console.</summary>
public sealed class StartFailedException : Exception
{
    public StartFailedException(string message) : base(message)
    {
    }

    public StartFailedException(string message, Exception inner) : base(message, inner)
    {
    }
}
