using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Portal.Hosting;

/// <summary>
/// The key under which secrets are stored: AES-256-GCM with a sub-key for each purpose (HKDF-SHA-256), so that what was
/// written for one purpose cannot be read for another and rotating one leaves the other alone.
/// </summary>
/// <remarks>The key is <c>Data:MasterKey</c>, or the file <c>master.key</c> of the data folder, made at first use with mode 0600. Thread safe.</remarks>
public sealed class MasterKey(IOptions<DataOptions> options, DataFolder folder)
{
    private const string FileName = "master.key";
    private const byte Version = 1;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes + TagBytes;

    private readonly Lock _once = new();
    private byte[]? _key;

    /// <summary>Whether there is a key already; if not, the first use makes one.</summary>
    public bool Exists => options.Value.MasterKey is not null || File.Exists(Path);

    /// <summary>The file of the key.</summary>
    public string Path => folder.PathOf(FileName);

    /// <summary>Encrypts; the result holds version, nonce, tag and text.</summary>
    public byte[] Protect(string purpose, ReadOnlySpan<byte> secret)
    {
        var result = new byte[HeadBytes + secret.Length];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(SubKey(purpose), TagBytes);
        aes.Encrypt(nonce, secret, result.AsSpan(HeadBytes), result.AsSpan(1 + NonceBytes, TagBytes));
        return result;
    }

    /// <summary>Decrypts what <see cref="Protect"/> made for the same purpose.</summary>
    /// <exception cref="CryptographicException">It was made under another master key or for another purpose, or was altered.</exception>
    public byte[] Unprotect(string purpose, ReadOnlySpan<byte> stored)
    {
        if (stored.Length < HeadBytes || stored[0] != Version)
            throw new CryptographicException("This is not a secret of this portal.");
        var secret = new byte[stored.Length - HeadBytes];
        using var aes = new AesGcm(SubKey(purpose), TagBytes);
        aes.Decrypt(stored.Slice(1, NonceBytes), stored[HeadBytes..], stored.Slice(1 + NonceBytes, TagBytes), secret);
        return secret;
    }

    private static byte[] ReadOrMake(DataFolder folder)
    {
        folder.Ensure();
        var path = folder.PathOf(FileName);
        return File.Exists(path) ? Read(path) : Make(path);
    }

    private static byte[] Read(string path)
    {
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == KeyBytes
            ? key
            : throw new StartFailedException($"The master key '{path}' is damaged: put its backup there.");
    }

    private static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        // Written beside its place and moved: a key half written would lock everything out for ever.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = OwnerOnlyFile.Create(draft, FileMode.CreateNew))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path);
        return key;
    }

    // Read anew after a failure, which may have been of the moment.
    private byte[] Key()
    {
        lock (_once)
            return _key ??= options.Value.MasterKey ?? ReadOrMake(folder);
    }

    private byte[] SubKey(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Key(), KeyBytes, info: Encoding.UTF8.GetBytes(purpose));
}
