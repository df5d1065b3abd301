using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>What was found in a package.</summary>
/// <param name="Pass">The pass; null when <c>pass.json</c> is missing or cannot be read.</param>
/// <param name="Assets">The images and localisations.</param>
/// <param name="Signature">Who signed it; null when there is no readable signature.</param>
/// <param name="Problems">What is wrong with the package and its signature; empty when all is well.</param>
public sealed record OpenedPass(Pass? Pass, PassAssets Assets, SignatureFacts? Signature, IReadOnlyList<PassProblem> Problems);

/// <summary>What a signature says.</summary>
/// <param name="Certificate">The signer's certificate, without a key.</param>
/// <param name="Intermediate">The certificate in the signature that issued it; null when it is not there.</param>
/// <param name="SigningTime">When it was signed, as the signer says; null when not said (Wallet then refuses the pass).</param>
/// <param name="DigestAlgorithm">The name of the hash, such as <c>sha256</c>.</param>
public sealed record SignatureFacts(
    X509Certificate2 Certificate, X509Certificate2? Intermediate, DateTimeOffset? SigningTime, string DigestAlgorithm);
