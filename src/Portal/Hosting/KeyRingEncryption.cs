using System.Security.Cryptography;
using System.Text;
using System.Xml;
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
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(Unwrap(services.GetRequiredService<MasterKey>(), encryptedElement)));

    /// <summary>Whether this master key opens an entry of the ring.</summary>
    public static bool Opens(MasterKey key, string entry)
    {
        try
        {
            foreach (var wrapped in XElement.Parse(entry).Descendants(KeyRingEncryptor.Element))
                Unwrap(key, wrapped);
            return true;
        }
        catch (Exception error) when (error is CryptographicException or FormatException or XmlException)
        {
            return false;
        }
    }

    private static byte[] Unwrap(MasterKey key, XElement wrapped) => key.Unprotect(KeyRingEncryptor.Purpose, Convert.FromBase64String(wrapped.Value));
}
