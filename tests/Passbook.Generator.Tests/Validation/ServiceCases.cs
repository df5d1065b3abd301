using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about the web service, the app, contactless readers and the certificate.</summary>
internal static class ServiceCases
{
    private const string Token = "0123456789abcdef";
    public const string Key = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgY=";

    private static Pass Generic => Samples.Generic;

    public static IEnumerable<RuleCase> All =>
    [
        Error(PassProblemCode.WebServiceIncomplete, "$.authenticationToken", Generic with { WebServiceUrl = new("https://a.example/") }, Service("https://a.example/", Token)),
        Error(PassProblemCode.WebServiceIncomplete, "$.webServiceURL", Generic with { AuthenticationToken = Token }, Generic),
        Error(PassProblemCode.WebServiceNotHttps, "$.webServiceURL", Service("http://a.example/", Token), Service("HTTPS://a.example/", Token)),
        Error(PassProblemCode.WebServiceNotHttps, "$.webServiceURL", Service("/passes/", Token), Service("https://a.example:8443/passes", Token)),
        Warning(PassProblemCode.WebServiceNotHttps, "$.webServiceURL", Service("http://localhost:5080/", Token), Service("https://localhost:5080/", Token)),
        Error(PassProblemCode.TokenTooShort, "$.authenticationToken", Service("https://a.example/", Token[1..]), Service("https://a.example/", Token)),
        Error(PassProblemCode.AppLaunchWithoutStore, "$.appLaunchURL", Generic with { AppLaunchUrl = new("coffee://open") }, Generic with { AppLaunchUrl = new("coffee://open"), AssociatedStoreIdentifiers = [1] }),

        Error(PassProblemCode.NfcMessageTooLong, "$.nfc.message", Nfc(new string('ä', 32) + "a", Key), Nfc(new string('ä', 32), Key)),
        Error(PassProblemCode.NfcMessageTooLong, "$.nfc.message", Nfc("", Key), Nfc("m", Key)),
        Error(PassProblemCode.NfcKeyInvalid, "$.nfc.encryptionPublicKey", Nfc("m", Key[..^4]), Nfc("m", Key)),
        Error(PassProblemCode.NfcKeyInvalid, "$.nfc.encryptionPublicKey", Nfc("m", Changed(Key, 26, 4)), Nfc("m", Changed(Key, 26, 3))),
        Error(PassProblemCode.NfcKeyInvalid, "$.nfc.encryptionPublicKey", Nfc("m", Changed(Key, 12, 2)), Nfc("m", Changed(Key, 58, 2))),
        Error(PassProblemCode.NfcKeyInvalid, "$.nfc.encryptionPublicKey", Nfc("m", "-" + Key[1..]), Nfc("m", Key)),

        Error(PassProblemCode.PassTypeDiffers, "$.passTypeIdentifier", Subject.Signed(Generic with { PassTypeIdentifier = "pass.other" }), Subject.Signed(Generic)),
        Error(PassProblemCode.TeamDiffers, "$.teamIdentifier", Subject.Signed(Generic with { TeamIdentifier = Development.Team.ToLowerInvariant() }), Subject.Signed(Generic)),
        Error(PassProblemCode.CertificateExpired, "", Subject.Signed(Generic, Development.Signer.NotAfter.AddSeconds(1)), Subject.Signed(Generic, Development.Signer.NotAfter)),
        Error(
            PassProblemCode.CertificateExpired, "",
            Subject.Signed(Generic, LongLived.NotAfter.AddSeconds(-1), LongLived), Subject.Signed(Generic, new(LongLived.Intermediate.NotAfter), LongLived)),
        Error(PassProblemCode.CertificateNotYetValid, "", Subject.Signed(Generic, Development.Signer.NotBefore.AddSeconds(-1)), Subject.Signed(Generic, Development.Signer.NotBefore)),
    ];

    /// <summary>A certificate that outlives the one that issued it.</summary>
    private static PassSigner LongLived { get; } = PassSigner.FromPkcs12(
        Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, "secret", notAfter: DateTimeOffset.UtcNow.AddYears(15)), "secret");

    private static Pass Service(string address, string token) => Generic with { WebServiceUrl = new(address, UriKind.RelativeOrAbsolute), AuthenticationToken = token };

    private static Pass Nfc(string message, string key) => Generic with { Nfc = new() { Message = message, EncryptionPublicKey = key } };

    private static string Changed(string key, int place, byte value)
    {
        var bytes = Convert.FromBase64String(key);
        bytes[place] = value;
        return Convert.ToBase64String(bytes);
    }
}
