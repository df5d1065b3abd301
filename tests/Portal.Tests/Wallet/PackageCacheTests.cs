using Passbook.Generator;
using Portal.Passes;

namespace Portal.Tests.Wallet;

public sealed class PackageCacheTests
{
    [Fact]
    public void What_was_not_used_for_longest_makes_room()
    {
        var cache = new PackageCache(byteLimit: 30);
        cache.Add(Package(1, 10));
        cache.Add(Package(2, 10));
        cache.Add(Package(3, 10));
        Assert.NotNull(cache.Find(Version(1)));

        cache.Add(Package(4, 10));

        Assert.Equal([1, 3, 4], Enumerable.Range(1, 4).Where(pass => cache.Find(Version(pass)) is not null));
    }

    [Fact]
    public void A_package_larger_than_the_limit_is_not_kept()
    {
        var cache = new PackageCache(byteLimit: 30);
        cache.Add(Package(1, 10));

        cache.Add(Package(2, 31));

        Assert.NotNull(cache.Find(Version(1)));
        Assert.Null(cache.Find(Version(2)));
    }

    [Fact]
    public void Another_tag_epoch_or_certificate_is_another_package()
    {
        var cache = new PackageCache(byteLimit: 30);
        cache.Add(Package(1, 10));

        Assert.Null(cache.Find(Version(1) with { Tag = 8 }));
        Assert.Null(cache.Find(Version(1) with { Epoch = "other" }));
        Assert.Null(cache.Find(Version(1) with { CertificateThumbprint = "other" }));
    }

    private static SignedPackage Package(long pass, int bytes) => new(Version(pass), new PackedPass(new byte[1000], new byte[bytes]));

    private static PassVersion Version(long pass) => new(pass, "epoch", 7, "thumbprint", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
