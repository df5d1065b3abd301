using System.Globalization;

namespace Passbook.Generator;

/// <summary>Rules about a pass and the certificate it will be signed with.</summary>
internal static class SignerRules
{
    public static void Check(Pass pass, PassSigner signer, DateTimeOffset now, ProblemList problems)
    {
        if (!string.Equals(pass.PassTypeIdentifier, signer.PassTypeIdentifier, StringComparison.Ordinal))
            problems.Error("$.passTypeIdentifier", PassProblemCode.PassTypeDiffers, $"The pass is of type '{pass.PassTypeIdentifier}', but the certificate is for '{signer.PassTypeIdentifier}'.");
        if (!string.Equals(pass.TeamIdentifier, signer.TeamIdentifier, StringComparison.Ordinal))
            problems.Error("$.teamIdentifier", PassProblemCode.TeamDiffers, $"The pass is of team '{pass.TeamIdentifier}', but the certificate is of team '{signer.TeamIdentifier}'.");
        if (now > signer.NotAfter)
            problems.Error("", PassProblemCode.CertificateExpired, string.Create(CultureInfo.InvariantCulture, $"The certificate expired on {signer.NotAfter.UtcDateTime:d MMMM yyyy}."));
        if (now < signer.NotBefore)
            problems.Error("", PassProblemCode.CertificateNotYetValid, string.Create(CultureInfo.InvariantCulture, $"The certificate is valid only from {signer.NotBefore.UtcDateTime:d MMMM yyyy}."));
    }
}
