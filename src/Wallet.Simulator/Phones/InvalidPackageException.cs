namespace Wallet.Simulator.Phones;

/// <summary>A phone refuses a package, or what came instead of one.</summary>
public sealed class InvalidPackageException : Exception
{
    public InvalidPackageException()
        : this("It is no pass.")
    {
    }

    public InvalidPackageException(string message)
        : base(message)
    {
    }

    public InvalidPackageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
