using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Passbook.Generator;

/// <summary>
/// Apple's intermediate for Pass Type ID certificates, WWDR G4: serial 13DC77955271E53DC632E8CCFFE521F3CCC5CED2, SHA-256
/// EA475788 5538DD8C B59FF455 6F676087 D83C85E7 0902C122 E42C0808 B5BCE14C, until 10 December 2030.
/// Published at https://www.apple.com/certificateauthority/.
/// </summary>
internal static class AppleIntermediate
{
    public static X509Certificate2 Load()
    {
        using var resource = typeof(AppleIntermediate).Assembly.GetManifestResourceStream("AppleWwdrG4.pem")
            ?? throw new InvalidOperationException("The certificate Apple WWDR G4 is not in the assembly.");
        using var reader = new StreamReader(resource, Encoding.ASCII);
        return X509Certificate2.CreateFromPem(reader.ReadToEnd());
    }
}
