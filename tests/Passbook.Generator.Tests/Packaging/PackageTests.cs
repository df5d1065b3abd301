using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>A package as programs of others see it.</summary>
public sealed class PackageTests
{
    [Fact]
    public void The_manifest_is_exactly_these_bytes()
    {
        var assets = PassAssets.Create(
        [
            new PassAsset("icon.png", "icon"u8.ToArray()),
            new PassAsset("fi.lproj/pass.strings", Array.Empty<byte>()),
            new PassAsset("logo \"ä\".png", "abc"u8.ToArray()),
        ]);

        var manifest = PassWriter.WriteManifest("{}"u8, assets.Block);

        Assert.Equal(
            """{"pass.json":"bf21a9e8fbc5a3846fb05b4fa0859e0917b2202f","fi.lproj/pass.strings":"da39a3ee5e6b4b0d3255bfef95601890afd80709","icon.png":"f8995ba5891b07e328c60d6bd6c10159878c5a13","logo \"ä\".png":"a9993e364706816aba3e25717850c26c9cd0d89d"}""",
            Encoding.UTF8.GetString(manifest));
    }

    [Fact]
    public async Task Packages_kept_in_memory_share_their_assets_and_are_read_like_any_other()
    {
        var assets = Samples.Assets;
        var (one, other) = (PassPackage.Pack(Samples.StoreCard, assets, Development.Signer), PassPackage.Pack(Samples.StoreCard, assets, Development.Signer));
        using var written = new MemoryStream();

        await one.WriteAsync(written, TestContext.Current.CancellationToken);

        Assert.Equal(one.Assets, other.Assets);
        Assert.Equal(one.Length, written.Length);
        written.Position = 0;
        var options = PassReadOptions.Default with { TrustedRoots = [Development.Authority.Root] };
        Assert.Empty((await PassPackage.ReadAsync(written, options, TestContext.Current.CancellationToken)).Problems);
    }

    [Fact]
    public async Task Unzip_and_Python_read_it_and_openssl_verifies_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("our.pkpass", await Samples.PackageAsync(Samples.StoreCard));
        folder.Write("root.pem", Development.Authority.Root.ExportCertificatePem());

        var tested = await OtherProgram.RunAsync(folder.Path, "unzip", "-t", "our.pkpass");
        await OtherProgram.RunAsync(folder.Path, "unzip", "-q", "our.pkpass", "-d", "out");
        var hashes = await OtherProgram.RunAsync(folder.Path, "python3", "-c", """
            import hashlib, json, zipfile
            archive = zipfile.ZipFile("our.pkpass")
            assert archive.testzip() is None
            manifest = json.loads(archive.read("manifest.json"))
            names = set(archive.namelist()) - {"manifest.json", "signature"}
            assert names == set(manifest), names ^ set(manifest)
            assert all(hashlib.sha1(archive.read(name)).hexdigest() == manifest[name] for name in names)
            assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())
            print(len(names), json.loads(archive.read("pass.json"))["organizationName"])
            """);
        await OtherProgram.RunAsync(folder.Path, "openssl", "cms", "-verify", "-binary", "-inform", "DER",
            "-in", "out/signature", "-content", "out/manifest.json", "-CAfile", "root.pem", "-purpose", "any", "-out", "verified");

        Assert.Contains("No errors detected", tested, StringComparison.Ordinal);
        Assert.StartsWith("6 Kahvila K", hashes, StringComparison.Ordinal);
        Assert.Equal(PassJson.Serialize(Samples.StoreCard), folder.Read("out/pass.json"));
        Assert.Equal(Samples.Png(58, 58), folder.Read("out/icon@2x.png"));
    }

    [Fact]
    public async Task A_pass_read_back_equals_the_pass_written()
    {
        foreach (var pass in Samples.AllStyles)
        {
            var opened = await PassPackage.ReadAsync(
                new MemoryStream(await Samples.PackageAsync(pass)),
                new PassReadOptions { TrustedRoots = [Development.Authority.Root] },
                TestContext.Current.CancellationToken);

            Assert.Empty(opened.Problems);
            Assert.Equal(pass, opened.Pass);
            Assert.Equal(Samples.Assets.Files.Select(Describe), opened.Assets.Files.Select(Describe));
            Assert.Equal(Development.Signer.Certificate.Thumbprint, opened.Signature?.Certificate.Thumbprint);
            Assert.Equal(Development.Signer.Intermediate.Thumbprint, opened.Signature?.Intermediate?.Thumbprint);
            Assert.Equal("sha256", opened.Signature?.DigestAlgorithm);
            Assert.InRange(opened.Signature?.SigningTime ?? default, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        }
    }

    [Fact]
    public async Task What_was_read_can_be_written_again()
    {
        var token = TestContext.Current.CancellationToken;
        var opened = await PassPackage.ReadAsync(new MemoryStream(await Samples.PackageAsync(Samples.Coupon)), token);
        var output = new MemoryStream();

        await PassPackage.WriteAsync(output, opened.Pass ?? Samples.Bare, opened.Assets, Development.Signer, token);

        output.Position = 0;
        Assert.Empty((await PassPackage.ReadAsync(output, token)).Problems);
    }

    [Fact]
    public async Task A_pass_of_another_type_or_team_is_refused_not_rewritten()
    {
        var other = await Assert.ThrowsAsync<ArgumentException>(() => Samples.PackageAsync(Samples.Coupon with { PassTypeIdentifier = "pass.other" }));
        var team = await Assert.ThrowsAsync<ArgumentException>(() => Samples.PackageAsync(Samples.Coupon with { TeamIdentifier = "OTHER" }));

        Assert.Contains("'pass.other'", other.Message, StringComparison.Ordinal);
        Assert.Contains("'OTHER'", team.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_to_a_stream_that_can_only_be_written()
    {
        using var folder = new TemporaryFolder();
        await using (var file = new FileStream(Path.Combine(folder.Path, "a.pkpass"), FileMode.Create, FileAccess.Write))
            await PassPackage.WriteAsync(file, Samples.Coupon, Samples.Assets, Development.Signer, TestContext.Current.CancellationToken);

        Assert.True(folder.Read("a.pkpass").Length > 1000);
    }

    /// <summary>What is not copied is neither hashed nor compressed: the output is handed the very bytes the assets keep.</summary>
    [Fact]
    public async Task Images_are_handed_to_the_output_as_they_are_kept()
    {
        var output = new WrittenStream();
        var token = TestContext.Current.CancellationToken;
        var kept = Array(Samples.Assets.Files[0].Content);

        await PassPackage.WriteAsync(output, Samples.Coupon, Samples.Assets, Development.Signer, token);
        await PassPackage.WriteAsync(output, Samples.StoreCard, Samples.Assets, Development.Signer, token);
        await PassBundle.WriteAsync(output, [new BundledPass(Samples.Coupon, Samples.Assets, Development.Signer)], token);

        Assert.Equal(3, output.Parts.Count(part => ReferenceEquals(Array(part), kept)));
        Assert.All(output.Parts.Where(part => !ReferenceEquals(Array(part), kept)), part => Assert.InRange(part.Length, 1, 10_000));

        static byte[]? Array(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array) ? array.Array : null;
    }

    [Fact]
    public void Writing_allocates_less_than_20_kB_beyond_the_output()
    {
        var images = PassAssets.Create(Enumerable.Range(0, 9).Select(index => new PassAsset($"image{index}.png", new byte[230_000])));
        var output = new MemoryStream(4_000_000);

        // The first one makes what is kept; and the pools of arrays, which all threads share, may be emptied at any time.
        Assert.InRange(Enumerable.Range(0, 10).Min(_ => AllocatedByWriting()), 1, 20_000);

        long AllocatedByWriting()
        {
            output.Position = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            // A memory stream takes the bytes at once, on this thread.
            Assert.True(PassPackage.WriteAsync(output, Samples.StoreCard, images, Development.Signer, CancellationToken.None).IsCompletedSuccessfully);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static (string Name, string Hash) Describe(PassAsset file) => (file.Name, Convert.ToHexString(SHA1.HashData(file.Content.Span)));
}
