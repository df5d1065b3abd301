using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Portal.Hosting;

/// <summary>Wraps the keys of cookies and forms under the master key before they go into the database.</summary>
public sealed class KeyRingEncryptor(MasterKey key) : IXmlEncryptor
{
    internal const string Purpose = "key-ring";
    internal const string Element = "underMasterKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var secret = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var stored = Convert.ToBase64String(key.Protect(Purpose, secret));
        return new EncryptedXmlInfo(new XElement(Element, stored), typeof(KeyRingDecryptor));
    }
}

/// <summary>Unwraps what <see cref="KeyRingEncryptor"/> wrapped. The key ring makes it by name, with the services of the host.</summary>
public sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = services.GetRequiredService<MasterKey>()
            .Unprotect(KeyRingEncryptor.Purpose, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(secret));
    }
}
