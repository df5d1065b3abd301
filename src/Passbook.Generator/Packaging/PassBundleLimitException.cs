namespace Passbook.Generator;

/// <summary>A bundle would have more passes or bytes than Wallet takes: <see cref="PassBundle.MaxPasses"/>, <see cref="PassBundle.MaxBytes"/>.</summary>
public sealed class PassBundleLimitException : Exception
{
    internal PassBundleLimitException(string message)
        : base(message)
    {
    }
}
