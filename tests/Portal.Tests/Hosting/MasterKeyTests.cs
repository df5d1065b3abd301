using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Hosting;
using Portal.Testing;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

public sealed class MasterKeyTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a private key");

    [Fact]
    public void What_is_protected_comes_back_and_is_never_twice_the_same()
    {
        using var folder = TemporaryFolder.Create();
        var key = KeyIn(folder);
        var first = key.Protect("certificates", Secret);
        var second = key.Protect("certificates", Secret);
        Assert.NotEqual(first, second);
        Assert.Equal(Secret, KeyIn(folder).Unprotect("certificates", first));
        Assert.Equal(-1, first.AsSpan().IndexOf(Secret));
    }

    [Fact]
    public void Another_purpose_another_key_and_an_altered_byte_are_refused()
    {
        using var folder = TemporaryFolder.Create();
        using var elsewhere = TemporaryFolder.Create();
        var key = KeyIn(folder);
        var stored = key.Protect("certificates", Secret);
        Assert.ThrowsAny<CryptographicException>(() => key.Unprotect("key-ring", stored));
        Assert.ThrowsAny<CryptographicException>(() => KeyIn(elsewhere).Unprotect("certificates", stored));
        stored[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => key.Unprotect("certificates", stored));
        Assert.ThrowsAny<CryptographicException>(() => key.Unprotect("certificates", stored.AsSpan(0, 5)));
    }

    [Fact]
    public void The_file_can_be_read_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = TemporaryFolder.Create();
        KeyIn(folder).Protect("certificates", Secret);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("master.key")));
    }

    [Fact]
    public void A_damaged_file_is_no_new_key()
    {
        using var folder = TemporaryFolder.Create();
        File.WriteAllText(folder.File("master.key"), "half a k");
        Assert.Throws<StartFailedException>(() => KeyIn(folder).Protect("certificates", Secret));
        Assert.Equal("half a k", File.ReadAllText(folder.File("master.key")));
    }

    [Fact]
    public async Task The_key_ring_is_stored_under_the_master_key()
    {
        await using var portal = await PortalHost.StartAsync(new PortalHostOptions(), TestContext.Current.CancellationToken);
        using var page = await portal.Http.GetAsync("/admin/account/sign-in", TestContext.Current.CancellationToken);
        await using var db = await portal.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stored = Assert.Single(await db.DataProtectionKeys.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("underMasterKey", stored.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey>", stored.Xml, StringComparison.Ordinal);
    }

    private static MasterKey KeyIn(TemporaryFolder folder)
    {
        var options = Options.Create(new DataOptions { Folder = folder.Path });
        return new MasterKey(options, new DataFolder(options));
    }
}
