using System.Globalization;

namespace Passbook.Generator;

/// <summary>Rules about a pass and the certificate it will be signed with.</summary>
/// <remarks>That the certificate is for passes, agrees with itself and was issued by its intermediate, the signer saw to when it was made.</remarks>
internal static class SignerRules
{
    public static void Check(Pass pass, PassSigner signer, DateTimeOffset now, ProblemList problems)
    {
        if (!string.Equals(pass.PassTypeIdentifier, signer.PassTypeIdentifier, StringComparison.Ordinal))
            problems.Error("$.passTypeIdentifier", PassProblemCode.PassTypeDiffers, $"The pass is of type '{pass.PassTypeIdentifier}', but the certificate is for '{signer.PassTypeIdentifier}': use the certificate of this type, or correct the type.");
        if (!string.Equals(pass.TeamIdentifier, signer.TeamIdentifier, StringComparison.Ordinal))
            problems.Error("$.teamIdentifier", PassProblemCode.TeamDiffers, $"The pass is of team '{pass.TeamIdentifier}', but the certificate is of team '{signer.TeamIdentifier}': use the certificate of this team, or correct the team.");
        if (now > signer.NotAfter)
            Expired("certificate", signer.NotAfter, problems);
        else if (new DateTimeOffset(signer.Intermediate.NotAfter) is var end && now > end)
            Expired("certificate of Apple that issued yours", end, problems);
        if (now < signer.NotBefore)
            problems.Error("", PassProblemCode.CertificateNotYetValid, string.Create(CultureInfo.InvariantCulture, $"The certificate is valid only from {signer.NotBefore.UtcDateTime:d MMMM yyyy}: wait until then, or see whether this machine's clock is right."));
    }

    private static void Expired(string what, DateTimeOffset end, ProblemList problems) =>
        problems.Error("", PassProblemCode.CertificateExpired, string.Create(CultureInfo.InvariantCulture, $"The {what} expired on {end.UtcDateTime:d MMMM yyyy}: make a new one at Apple."));
}
