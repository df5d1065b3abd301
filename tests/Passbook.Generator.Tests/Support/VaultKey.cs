using System.Security.Cryptography;

namespace Passbook.Generator.Tests.Support;

/// <summary>A key as a hardware module offers it: it signs hashes, and tells nothing else.</summary>
internal sealed class VaultKey(RSA inside) : RSA
{
    private int _signatures;

    public int Signatures => _signatures;

    /// <summary>What happens instead of signing.</summary>
    public Exception? Failure { get; init; }

    public override int KeySize => inside.KeySize;

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Interlocked.Increment(ref _signatures);
        if (Failure is not null)
            throw Failure;
        return inside.SignHash(hash, hashAlgorithm, padding);
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => throw new CryptographicException("The key does not leave this module.");

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();
}
