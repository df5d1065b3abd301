using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Archives made to harm who opens them.</summary>
public sealed class HostileArchiveTests
{
    [Theory]
    [InlineData("../pass.json")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\pass.json")]
    [InlineData("C:/pass.json")]
    [InlineData("fi.lproj/../../x.png")]
    [InlineData("a//b.png")]
    [InlineData("./icon.png")]
    public async Task A_name_that_leads_out_is_told_and_not_read(string name)
    {
        var opened = await ReadAsync(PackageBuilder.Zip([(name, [1])]));

        Assert.Contains((name, PassProblemCode.NameUnsafe), Codes(opened));
        Assert.Empty(opened.Assets.Files);
    }

    [Theory]
    [InlineData("icon.png", "icon.png")]
    [InlineData("icon.png", "ICON.png")]
    public async Task Of_two_files_of_one_name_the_first_counts(string one, string other)
    {
        var opened = await ReadAsync(PackageBuilder.Zip([(one, [1]), (other, [2])]));

        Assert.Contains((other, PassProblemCode.NameDuplicate), Codes(opened));
        Assert.Equal([1], Assert.Single(opened.Assets.Files).Content.ToArray());
    }

    [Fact]
    public async Task More_than_200_entries_are_not_read()
    {
        var archive = PackageBuilder.Zip(Enumerable.Range(0, 201).Select(index => ($"{index}.png", Array.Empty<byte>())));

        Assert.Contains("201 entries", (await RefusedAsync(archive)).Message, StringComparison.Ordinal);
        Assert.NotEmpty((await ReadAsync(archive, new PassReadOptions { MaxEntries = 300 })).Problems);
    }

    [Fact]
    public async Task More_than_20_MB_are_neither_read_nor_unpacked()
    {
        var bomb = PackageBuilder.Zip([("icon.png", new byte[21 * 1024 * 1024])]);
        Assert.InRange(bomb.Length, 1, 100_000);

        Assert.Contains("unpacks to more than 20 MB", (await RefusedAsync(bomb)).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 20 MB", (await RefusedAsync(new byte[21 * 1024 * 1024])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_lie_about_their_size_are_told()
    {
        var longer = PackageBuilder.Zip([("icon.png", new byte[1000])]);
        var shorter = longer.ToArray();
        var size = CentralRecord(longer) + 24;
        BinaryPrimitives.WriteInt32LittleEndian(longer.AsSpan(size), 2000);
        BinaryPrimitives.WriteInt32LittleEndian(shorter.AsSpan(size), 10);

        Assert.Contains(("icon.png", PassProblemCode.EntryDamaged), Codes(await ReadAsync(longer)));
        Assert.Contains(("icon.png", PassProblemCode.EntryDamaged), Codes(await ReadAsync(shorter)));
    }

    [Fact]
    public async Task Small_lies_told_often_do_not_add_up()
    {
        var bomb = PackageBuilder.Zip(Enumerable.Range(0, 199).Select(index => ($"{index}.png", new byte[200_000])));

        Assert.Contains("unpacks to more than", (await RefusedAsync(bomb)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 1, "is encrypted")]
    [InlineData(10, 12, "does not know")]
    [InlineData(42, 7, "is not where the directory says")]
    [InlineData(16, 0x55, "checksum")]
    [InlineData(46, 'X', "two different names")]
    public async Task A_record_that_does_not_fit_its_entry_is_told(int offset, byte value, string sentence)
    {
        var archive = PackageBuilder.Zip([("icon.png", [1, 2, 3])]);
        archive[CentralRecord(archive) + offset] = value;

        var opened = await ReadAsync(archive);

        var problem = Assert.Single(opened.Problems, problem => problem.Code == PassProblemCode.EntryDamaged);
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused()
    {
        Assert.Contains("not a zip archive", (await RefusedAsync([])).Message, StringComparison.Ordinal);
        Assert.Contains("not a zip archive", (await RefusedAsync("{\"formatVersion\":1}"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_cut_short_anywhere_is_refused()
    {
        var package = await Samples.PackageAsync(Samples.Coupon);

        for (var length = 0; length < package.Length; length += 97)
            await RefusedAsync(package[..length]);
    }

    [Fact]
    public async Task Any_byte_flipped_in_any_file_is_detected()
    {
        var package = await Samples.PackageAsync(Samples.Coupon);
        using var archive = new ZipArchive(new MemoryStream(package));
        var options = new PassReadOptions { TrustedRoots = [Development.Authority.Root] };
        var names = archive.Entries.Select(entry => entry.FullName).ToArray();

        await Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 1_000_000], Gen.Byte[1, 255]).SampleAsync(async flip =>
        {
            var (index, place, mask) = flip;
            var name = names[index];
            var files = await UnpackAsync(package);
            files[name][place % files[name].Length] ^= mask;
            return (await ReadAsync(PackageBuilder.Zip(files.Select(file => (file.Key, file.Value))), options)).Problems.Count > 0;
        }, iter: 300, threads: 1);
    }

    [Fact]
    public async Task Whatever_is_done_to_a_package_the_reader_throws_nothing_but_what_it_says()
    {
        var package = await Samples.PackageAsync(Samples.StoreCard);

        await Gen.Select(Gen.Int[0, package.Length - 1], Gen.Byte).Array[1, 20].SampleAsync(async changes =>
        {
            var changed = package.ToArray();
            foreach (var (place, value) in changes)
                changed[place] = value;
            try
            {
                await ReadAsync(changed);
            }
            catch (PassFormatException)
            {
                // Documented.
            }
        }, iter: 2000, threads: 1);
    }

    private static async Task<Dictionary<string, byte[]>> UnpackAsync(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            var content = new byte[entry.Length];
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await stream.ReadExactlyAsync(content, TestContext.Current.CancellationToken);
            files.Add(entry.FullName, content);
        }

        return files;
    }

    private static int CentralRecord(byte[] archive) => archive.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2]);

    private static IEnumerable<(string Path, string Code)> Codes(OpenedPass opened) => opened.Problems.Select(problem => (problem.Path, problem.Code));

    private static Task<OpenedPass> ReadAsync(byte[] package, PassReadOptions? options = null) =>
        PassPackage.ReadAsync(new MemoryStream(package), options ?? PassReadOptions.Default, TestContext.Current.CancellationToken);

    private static Task<PassFormatException> RefusedAsync(byte[] package) => Assert.ThrowsAsync<PassFormatException>(() => ReadAsync(package));
}
