using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>What a bundle costs in memory. It is counted for the whole process, so nothing else may run meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class BundleMemoryTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_does_not_grow_with_what_is_written()
    {
        var (small, large) = (Assets(1_000), Assets(14_000_000));
        await AllocatedAsync(small);

        Assert.InRange(await AllocatedAsync(large), 1, 2 * await AllocatedAsync(small));

        static PassAssets Assets(int size) => PassAssets.Create([new PassAsset("icon.png", new byte[size])]);

        static async Task<long> AllocatedAsync(PassAssets assets)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await PassBundle.WriteAsync(new WrittenStream(), Enumerable.Repeat(new BundledPass(Samples.Coupon, assets, Development.Signer), 10), CancellationToken);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    [Fact]
    public async Task Memory_does_not_grow_with_what_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.pkpasses");
        var assets = PassAssets.Create([new PassAsset("icon.png", new byte[5_000_000])]);
        await using (var file = File.Create(path))
            await PassBundle.WriteAsync(file, Enumerable.Repeat(new BundledPass(Samples.Coupon, assets, Development.Signer), 10), CancellationToken);
        assets = null;

        var taken = new List<long>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using (var file = File.OpenRead(path))
        {
            await foreach (var entry in PassBundle.ReadAsync(file, CancellationToken))
            {
                Assert.Empty(entry.Opened.Problems);
                taken.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(10, taken.Count);
        Assert.All(taken, bytes => Assert.InRange(bytes, long.MinValue, 20_000_000));
    }
}
