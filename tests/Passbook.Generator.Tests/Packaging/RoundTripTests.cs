using CsCheck;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Any pass with any assets, written by either kind of key and read back, is what it was.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Letters = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const('ä'), Gen.Const('"'), Gen.Const(' ')), 1, 8];

    private static readonly Gen<PassAsset> Asset =
        from language in Gen.OneOf(Gen.Const(""), Gen.Const("fi.lproj/"), Gen.Const("zh-Hans.lproj/"))
        from name in Letters
        from scale in Gen.OneOf(Gen.Const(""), Gen.Const("@2x"), Gen.Const("@3x"))
        from content in Gen.Byte.Array[0, 300]
        select new PassAsset($"{language}x{name}{scale}.png", content);

    private static readonly Gen<PassAssets> Assets =
        Asset.Array[0, 8].Select(files => PassAssets.Create(files.DistinctBy(file => file.Name, StringComparer.OrdinalIgnoreCase)));

    private static readonly PassReadOptions Options = new() { TrustedRoots = [Development.Authority.Root] };

    [Fact]
    public void Any_pass_written_and_read_back_is_what_it_was()
    {
        using var elliptic = Development.NewSigner(PassKeyAlgorithm.P256);

        Gen.Select(Model.RoundTripTests.AnyPass, Assets, Gen.Bool).Sample((any, assets, isElliptic) =>
        {
            var pass = any with { PassTypeIdentifier = Development.PassType, TeamIdentifier = Development.Team };
            var opened = Guarded.Read(Packages.Write(pass, assets, isElliptic ? elliptic : Development.Signer), Options);
            return opened is { Problems.Count: 0 } && pass.Equals(opened.Pass) && AreEqual(assets, opened.Assets);
        }, iter: 500, threads: 1);
    }

    [Fact]
    public async Task Any_bundle_written_and_read_back_is_what_it_was() =>
        await Gen.Select(Model.RoundTripTests.AnyPass, Assets).Array[1, 10].SampleAsync(async items =>
        {
            var passes = items.Select(item => new BundledPass(
                item.Item1 with { PassTypeIdentifier = Development.PassType, TeamIdentifier = Development.Team }, item.Item2, Development.Signer)).ToArray();
            var output = new MemoryStream();
            await PassBundle.WriteAsync(output, passes);
            var entries = Guarded.ReadBundle(output.ToArray());
            return entries.Count == passes.Length && entries.Zip(passes).All(pair =>
                pair.First.Opened.Problems.Count == 0 && pair.Second.Pass.Equals(pair.First.Opened.Pass) && AreEqual(pair.Second.Assets, pair.First.Opened.Assets));
        }, iter: 100, threads: 1);

    private static bool AreEqual(PassAssets one, PassAssets other) =>
        one.Files.Count == other.Files.Count
        && one.Files.Zip(other.Files).All(pair => pair.First.Name == pair.Second.Name && pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));
}
