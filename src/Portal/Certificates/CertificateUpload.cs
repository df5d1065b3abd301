namespace Portal.Certificates;

/// <summary>A certificate somebody brings.</summary>
/// <param name="Content">The .p12 file.</param>
/// <param name="Password">Its password; null or empty when it has none.</param>
/// <param name="By">Who brings it, for the history; null when the portal makes one for itself, which is never throttled.</param>
/// <param name="ReplacesPassTypeId">The pass type whose certificate it is to replace; null takes what the file says.</param>
public sealed record CertificateUpload(ReadOnlyMemory<byte> Content, string? Password, string? By, int? ReplacesPassTypeId = null);

/// <summary>A certificate that was taken.</summary>
/// <param name="PassTypeId">The pass type it belongs to.</param>
/// <param name="Identifier">The identifier of the pass type.</param>
/// <param name="NewPassType">Whether the pass type was unknown before.</param>
/// <param name="NotAfter">When it expires.</param>
public sealed record TakenCertificate(int PassTypeId, string Identifier, bool NewPassType, DateTimeOffset NotAfter);

/// <summary>A certificate that was not taken; the message is a sentence for the person who brought it.</summary>
public sealed class CertificateRefusedException : Exception
{
    public CertificateRefusedException(string message) : base(message)
    {
    }

    public CertificateRefusedException(string message, Exception inner) : base(message, inner)
    {
    }
}
