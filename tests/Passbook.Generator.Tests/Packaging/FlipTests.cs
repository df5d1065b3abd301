using CsCheck;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Whatever byte of a package is changed is noticed, or is one that nobody reads.</summary>
public sealed class FlipTests
{
    private static readonly PassReadOptions Options = new() { TrustedRoots = [Development.Authority.Root] };

    public static TheoryData<PassKeyAlgorithm> Keys => [PassKeyAlgorithm.Rsa2048, PassKeyAlgorithm.P256];

    /// <summary>In every place of every file, under an archive that is right again.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Any_byte_changed_in_any_file_is_told(PassKeyAlgorithm algorithm)
    {
        using var signer = Development.NewSigner(algorithm);
        var files = Reading.Unpack(await Samples.PackageAsync(Samples.Coupon, signer));
        var masks = new Random(20261126);

        foreach (var (name, content) in files)
        {
            for (var place = 0; place < content.Length; place++)
            {
                var mask = (byte)masks.Next(1, 256);
                content[place] ^= mask;
                Assert.False(Guarded.Read(Reading.Pack(files), Options)?.Problems.Count == 0, $"{name}[{place}] ^ {mask}");
                content[place] ^= mask;
            }
        }

        Assert.Empty(Guarded.Read(Reading.Pack(files), Options)?.Problems ?? [Refused]);
    }

    /// <summary>The same for any pass, image, place and mask.</summary>
    [Fact]
    public void Any_byte_changed_in_any_package_is_told() =>
        Gen.Select(Gen.Int[0, 4].Select(index => Samples.AllStyles.ElementAt(index)), Gen.Byte.Array[1, 200], Gen.Int[0, 9], Gen.Int[0, 1_000_000], Gen.Byte[1, 255])
            .Sample((pass, image, file, place, mask) =>
            {
                var assets = PassAssets.Create([.. Samples.Assets.Files, new PassAsset("strip.png", image)]);
                var files = Reading.Unpack(Packages.Write(pass, assets));
                var content = files.Values.ElementAt(file % files.Count);
                content[place % content.Length] ^= mask;
                return Guarded.Read(Reading.Pack(files), Options)?.Problems.Count > 0;
            }, iter: 500, threads: 1);

    /// <summary>
    /// In every place of the archive itself. What is changed unnoticed must be one of the parts that no reading depends on
    /// (<see cref="ZipFields.IsUnread"/>), and what is read must be the same.
    /// </summary>
    [Fact]
    public async Task Any_byte_changed_in_the_archive_is_told_or_unread()
    {
        var package = await Samples.PackageAsync(Samples.Coupon);
        var fields = new ZipFields(package);
        var original = Describe(Guarded.Read(package, Options));
        var masks = new Random(20261126);
        var unread = 0;

        for (var place = 0; place < package.Length; place++)
        {
            var mask = (byte)masks.Next(1, 256);
            package[place] ^= mask;
            var opened = Guarded.Read(package, Options);
            package[place] ^= mask;
            if (opened is not { Problems.Count: 0 })
                continue;
            Assert.Equal(original, Describe(opened));
            Assert.True(fields.IsUnread(place), $"[{place}] ^ {mask} was not noticed.");
            unread++;
        }

        Assert.InRange(unread, 1, 8 * 32);
    }

    private static PassProblem Refused => new("", "", ProblemSeverity.Error, "It was refused.");

    private static string Describe(OpenedPass? opened) => string.Join(
        '\n',
        [
            opened?.Pass is { } pass ? System.Text.Encoding.UTF8.GetString(PassJson.Serialize(pass)) : "",
            $"{opened?.Signature?.Certificate.Thumbprint} {opened?.Signature?.Intermediate?.Thumbprint} {opened?.Signature?.SigningTime:O}",
            .. opened?.Assets.Files.Select(file => $"{file.Name} {Convert.ToHexString(file.Content.Span)}") ?? [],
        ]);
}
