using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Everything that can be wrong with a bundle is told, and the passes that can be read are given.</summary>
public sealed class BundleReaderTests
{
    [Fact]
    public async Task A_bundle_of_another_maker_opens()
    {
        var bundle = PackageBuilder.Zip(Samples.AllStyles.Select((pass, index) => ($"{pass.Style}{index}.pkpass", new PackageBuilder(pass).Build())));

        var entries = await Bundles.ReadAsync(bundle);

        Assert.All(entries, entry => Assert.Empty(entry.Opened.Problems));
        Assert.Equal(Samples.AllStyles, entries.Select(entry => entry.Opened.Pass));
        Assert.Equal("BoardingPass0.pkpass", entries[0].Name);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_too()
    {
        var bundle = await Bundles.WriteAsync(Samples.AllStyles);

        var entries = await Bundles.ReadAsync(new ForwardStream(bundle));

        Assert.Equal(Samples.AllStyles, entries.Select(entry => entry.Opened.Pass));
    }

    [Fact]
    public async Task It_is_read_from_where_the_stream_stands()
    {
        byte[] bundle = [.. new byte[1000], .. await Bundles.WriteAsync(Samples.AllStyles)];

        var entries = await Bundles.ReadAsync(new MemoryStream(bundle) { Position = 1000 });

        Assert.All(entries, entry => Assert.Empty(entry.Opened.Problems));
    }

    [Fact]
    public async Task One_pass_of_several_was_changed()
    {
        var changed = new PackageBuilder(Samples.Coupon) { Afterwards = files => files["icon.png"] = [1] }.Build();

        var entries = await ReadAsync(new RawEntry("a.pkpass", Good), new RawEntry("b.pkpass", changed), new RawEntry("c.pkpass", Good));

        Assert.Equal([[], [PassProblemCode.HashDiffers], []], entries.Select(Codes));
        Assert.All(entries, entry => Assert.Equal(Samples.Coupon, entry.Opened.Pass));
    }

    [Fact]
    public async Task What_is_no_package_is_told_and_the_rest_is_read()
    {
        var nested = await Bundles.WriteAsync([Samples.Coupon]);
        var entries = await ReadAsync(
            new RawEntry("text.pkpass", [.. "hello"u8]),
            new RawEntry("bundle.pkpass", nested),
            new RawEntry("readme.txt", [1]),
            new RawEntry("__MACOSX/._good.pkpass", [1]),
            new RawEntry(".DS_Store", [1]),
            new RawEntry("../out.pkpass", Good),
            new RawEntry("link.pkpass", Good) { Attributes = 0xA1FF_0000 },
            new RawEntry("locked.pkpass", Good) { Flags = 1 },
            new RawEntry("folder/pass.pkpass", Good),
            new RawEntry("good.pkpass", Good),
            new RawEntry("GOOD.pkpass", Good),
            new RawEntry("damaged.pkpass", Good) { Crc = 1, Local = new RawEntry("damaged.pkpass", []) { Crc = 1, Size = (uint)Good.Length, PackedSize = (uint)Good.Length } });

        Assert.Equal(
            [
                [PassProblemCode.BundleEntryInvalid], [PassProblemCode.IsBundle], [PassProblemCode.FileMisplaced], [PassProblemCode.FileMisplaced],
                [PassProblemCode.FileMisplaced], [PassProblemCode.NameUnsafe], [PassProblemCode.EntryNotAFile], [PassProblemCode.BundleEntryInvalid],
                [PassProblemCode.TopFolder], [], [PassProblemCode.NameDuplicate], [PassProblemCode.EntryDamaged],
            ],
            entries.Select(Codes));
        Assert.Equal("folder/pass.pkpass good.pkpass damaged.pkpass", string.Join(' ', entries.Where(entry => entry.Opened.Pass is not null).Select(entry => entry.Name)));
        Assert.Contains("not a zip archive", entries[0].Opened.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("'good.pkpass' and 'GOOD.pkpass' are one name", entries[10].Opened.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("is encrypted", entries[7].Opened.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_lie_are_told()
    {
        var entries = await ReadAsync(
            new RawEntry("first.pkpass", Good) { Method = 77 },
            new RawEntry("a.pkpass", Good) { Offset = 5 },
            new RawEntry("b.pkpass", Good) { Offset = 4_000_000 },
            new RawEntry("c.pkpass", Good) { Local = new RawEntry("x.pkpass", Good) },
            new RawEntry("d.pkpass", Good) { Size = 5, Local = new RawEntry("d.pkpass", Good) { Size = 5 } },
            new RawEntry("e.pkpass", Good) { Size = 30_000_000 },
            new RawEntry("f.pkpass", Good) { PackedSize = 2_000_000 });

        string[] sentences = ["does not know", "is not where", "is not where", "two different names", "lies about its size", "larger than 20 MB", "breaks off"];
        Assert.All(entries, (entry, index) => Assert.Contains(sentences[index], Assert.Single(entry.Opened.Problems).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passes_beyond_what_Wallet_takes_are_read_with_a_warning()
    {
        var entries = await ReadAsync([.. Enumerable.Range(0, 12).Select(index => new RawEntry($"{index}.pkpass", Good))]);

        Assert.All(entries, (entry, index) => Assert.Equal(index < 10 ? [] : [PassProblemCode.BundleTooMany], Codes(entry)));
        Assert.Contains("is pass 11 of the bundle", entries[10].Opened.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_odd_about_the_archive_is_told_with_its_first_entry()
    {
        var bundle = new RawZip().Junk(10).Add(new RawEntry("a.pkpass", Good)).Add(new RawEntry("b.pkpass", Good)).Build();

        Assert.Equal([[PassProblemCode.ArchiveInconsistent], []], (await Bundles.ReadAsync(bundle)).Select(Codes));
    }

    [Theory]
    [InlineData(3, 20_000_000, "4 entries; at most 3")]
    [InlineData(10, 5_000, "larger than 5000 bytes")]
    public async Task Limits_of_a_bundle_can_be_set(int entries, int bytes, string sentence)
    {
        var bundle = await Bundles.WriteAsync(Enumerable.Repeat(Samples.Coupon, 4));
        var options = new PassReadOptions { BundleLimits = new PassReadLimits { MaxEntries = entries, MaxBytes = bytes } };

        var refusal = await Assert.ThrowsAsync<PassFormatException>(() => Bundles.ReadAsync(bundle, options));
        var streamed = await Assert.ThrowsAsync<PassFormatException>(() => Bundles.ReadAsync(new ForwardStream(bundle), options));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(refusal.Message, streamed.Message);
    }

    [Fact]
    public async Task A_bundle_unpacks_to_no_more_than_its_limit()
    {
        var large = PackageBuilder.Zip(Enumerable.Range(0, 10).Select(index => ($"{index}.pkpass", new byte[19_000_000])));

        var refusal = await Assert.ThrowsAsync<PassFormatException>(() => Bundles.ReadAsync(large));

        Assert.Contains("unpacks to more than 150 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused()
    {
        Assert.Contains("not a zip archive", (await Assert.ThrowsAsync<PassFormatException>(() => Bundles.ReadAsync(Array.Empty<byte>()))).Message, StringComparison.Ordinal);
        Assert.Contains("not a zip archive", (await Assert.ThrowsAsync<PassFormatException>(() => Bundles.ReadAsync(new byte[100_000]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_where_one_pass_was_expected_is_told()
    {
        var problem = Assert.Single(Guarded.Read(await Bundles.WriteAsync([Samples.Coupon]))?.Problems ?? [], problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(PassProblemCode.IsBundle, problem.Code);
    }

    [Fact]
    public async Task One_pass_where_a_bundle_was_expected_is_told_once()
    {
        var entry = Assert.Single(await Bundles.ReadAsync(Good));

        Assert.Equal("", entry.Name);
        Assert.Null(entry.Opened.Pass);
        Assert.Empty(entry.Opened.Assets.Files);
        Assert.Equal((PassProblemCode.IsSinglePass, ProblemSeverity.Error), Assert.Single(entry.Opened.Problems.Select(problem => (problem.Code, problem.Severity))));
        Assert.Empty(Guarded.Read(Good)?.Problems ?? [new PassProblem("", "", ProblemSeverity.Error, "It was refused.")]);
    }

    [Fact]
    public async Task A_bundle_with_the_files_of_a_pass_beside_is_still_a_bundle()
    {
        var entries = await ReadAsync(new RawEntry("pass.json", [1]), new RawEntry("manifest.json", [1]), new RawEntry("a.pkpass", Good));

        Assert.Equal([[PassProblemCode.FileMisplaced], [PassProblemCode.FileMisplaced], []], entries.Select(Codes));
    }

    private static byte[] Good { get; } = new PackageBuilder(Samples.Coupon).Build();

    private static string[] Codes(BundleEntry entry) => [.. entry.Opened.Problems.Select(problem => problem.Code)];

    private static Task<List<BundleEntry>> ReadAsync(params RawEntry[] entries)
    {
        var zip = new RawZip();
        foreach (var entry in entries)
            zip.Add(entry);
        return Bundles.ReadAsync(zip.Build());
    }
}
