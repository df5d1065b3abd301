using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Bundles as programs of others see them, and as they are read back.</summary>
public sealed class BundleTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unzip_and_Python_read_it_and_each_pass_in_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("our.pkpasses", await Bundles.WriteAsync(Samples.AllStyles));

        var tested = await OtherProgram.RunAsync(folder.Path, "unzip", "-t", "our.pkpasses");
        await OtherProgram.RunAsync(folder.Path, "unzip", "-q", "our.pkpasses", "-d", "out");
        var inner = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => OtherProgram.RunAsync(folder.Path, "unzip", "-t", $"out/{number}.pkpass")));
        var names = await OtherProgram.RunAsync(folder.Path, "python3", "-c", """
            import io, zipfile
            bundle = zipfile.ZipFile("our.pkpasses")
            assert bundle.testzip() is None
            assert all(info.flag_bits & 8 == 0 for info in bundle.infolist())
            for name in bundle.namelist():
                package = zipfile.ZipFile(io.BytesIO(bundle.read(name)))
                assert package.testzip() is None
                assert {"pass.json", "manifest.json", "signature"} <= set(package.namelist())
            print(" ".join(bundle.namelist()))
            """);

        Assert.All([tested, .. inner], said => Assert.Contains("No errors detected", said, StringComparison.Ordinal));
        Assert.Equal("1.pkpass 2.pkpass 3.pkpass 4.pkpass 5.pkpass", names.Trim());
    }

    [Fact]
    public async Task The_passes_read_back_equal_the_passes_written()
    {
        var bundle = await Bundles.WriteAsync(Samples.AllStyles);

        var entries = await Bundles.ReadAsync(bundle, new PassReadOptions { TrustedRoots = [Development.Authority.Root] });

        Assert.All(entries, entry => Assert.Empty(entry.Opened.Problems));
        Assert.Equal(Samples.AllStyles, entries.Select(entry => entry.Opened.Pass));
        Assert.All(entries, entry => Assert.Equal(Samples.Assets.Files.Count, entry.Opened.Assets.Files.Count));
    }

    [Fact]
    public async Task A_package_in_a_bundle_is_the_package_alone()
    {
        var passes = new[] { Samples.Coupon, Samples.StoreCard };

        var unpacked = Reading.Unpack(await Bundles.WriteAsync(passes));

        Assert.All(passes, (pass, index) => Assert.Equal(pass, Guarded.Read(unpacked[$"{index + 1}.pkpass"])?.Pass));
    }

    [Fact]
    public async Task Ten_passes_fit_and_an_eleventh_is_refused()
    {
        Assert.Equal(10, (await Bundles.ReadAsync(await Bundles.WriteAsync(Enumerable.Repeat(Samples.Coupon, 10)))).Count);

        var refusal = await Assert.ThrowsAsync<PassBundleLimitException>(() => Bundles.WriteAsync(Enumerable.Repeat(Samples.Coupon, 11)));

        Assert.Contains("at most 10 passes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_150_MB_is_refused_before_it_is_written()
    {
        var large = PassAssets.Create([.. Samples.Assets.Files, new PassAsset("background.png", new byte[40_000_000])]);
        var output = new WrittenStream();

        var refusal = await Assert.ThrowsAsync<PassBundleLimitException>(() => PassBundle.WriteAsync(
            output, Enumerable.Repeat(new BundledPass(Samples.Coupon, large, Development.Signer), 4), CancellationToken));

        Assert.Contains("at most 150 MB", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("first 4 passes", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(output.Length, 120_000_000, 121_000_000);
    }

    [Fact]
    public async Task It_stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var output = new WrittenStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PassBundle.WriteAsync(output, Passes(), stop.Token));

        Assert.Equal(3, output.Parts.Count);

        async IAsyncEnumerable<BundledPass> Passes()
        {
            yield return new BundledPass(Samples.Coupon, Samples.Assets, Development.Signer);
            await stop.CancelAsync();
            yield return new BundledPass(Samples.StoreCard, Samples.Assets, Development.Signer);
        }
    }

    [Fact]
    public async Task A_bundle_of_nothing_is_refused() =>
        Assert.Contains("at least one pass", (await Assert.ThrowsAsync<ArgumentException>(() => Bundles.WriteAsync([]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_pass_is_asked_for_only_when_the_one_before_is_written()
    {
        var output = new WrittenStream();
        var lengths = new List<long>();

        await PassBundle.WriteAsync(output, Passes(), CancellationToken);

        Assert.Equal(0, lengths[0]);
        Assert.True(lengths[1] > 1000 && lengths[2] > lengths[1] + 1000);

        async IAsyncEnumerable<BundledPass> Passes()
        {
            foreach (var pass in Samples.AllStyles)
            {
                await Task.Yield();
                lengths.Add(output.Length);
                yield return new BundledPass(pass, Samples.Assets, Development.Signer);
            }
        }
    }
}
