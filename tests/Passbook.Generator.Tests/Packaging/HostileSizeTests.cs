using System.Security.Cryptography;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Archives that are made to fill the memory, or break off.</summary>
public sealed class HostileSizeTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void More_than_200_entries_are_not_read()
    {
        var archive = PackageBuilder.Zip(Enumerable.Range(0, 201).Select(index => ($"{index}.png", Array.Empty<byte>())));
        var many = PackageBuilder.Zip(Enumerable.Range(0, 65_000).Select(index => ($"{index}", Array.Empty<byte>())));

        Assert.Contains("201 entries", Guarded.Refusal(archive), StringComparison.Ordinal);
        Assert.Contains("65000 entries", Guarded.Refusal(many), StringComparison.Ordinal);
        Assert.NotNull(Guarded.Read(archive, new PassReadOptions { Limits = new PassReadLimits { MaxEntries = 300 } }));
    }

    [Fact]
    public void More_than_20_MB_are_neither_read_nor_unpacked()
    {
        var bomb = PackageBuilder.Zip([("icon.png", new byte[21 * Megabyte])]);
        Assert.InRange(bomb.Length, 1, 100_000);

        Assert.Contains("unpacks to more than 20 MB", Guarded.Refusal(bomb), StringComparison.Ordinal);
        Assert.Contains("larger than 20 MB", Guarded.Refusal(new byte[21 * Megabyte]), StringComparison.Ordinal);
        Assert.Contains("larger than 100 bytes", Guarded.Refusal(new byte[101], new PassReadOptions { Limits = new PassReadLimits { MaxBytes = 100 } }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_that_says_it_is_small_stops_where_it_said()
    {
        var small = new RawEntry("icon.png", new byte[1000 * Megabyte / 10]) { Method = 8, Size = 10, Local = new RawEntry("icon.png", []) { Method = 8, Size = 10 } };

        Assert.Contains(("icon.png", PassProblemCode.EntryDamaged), Guarded.Problems(new RawZip().Add(small with { Local = Told(small) }).Build()));
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(10)]
    public void Entries_that_lie_about_their_size_are_told(int size)
    {
        var packed = new RawEntry("icon.png", new byte[1000]) { Method = 8, Size = (uint)size };
        var stored = new RawEntry("logo.png", new byte[1000]) { Size = (uint)size };

        var problems = Guarded.Problems(new RawZip().Add(packed with { Local = Told(packed) }).Add(stored with { Local = Told(stored) }).Build());

        Assert.Contains(("icon.png", PassProblemCode.EntryDamaged), problems);
        Assert.Contains(("logo.png", PassProblemCode.EntryDamaged), problems);
    }

    [Fact]
    public void Small_lies_told_often_do_not_add_up()
    {
        var bomb = PackageBuilder.Zip(Enumerable.Range(0, 199).Select(index => ($"{index}.png", new byte[200_000])));

        Assert.Contains("unpacks to more than", Guarded.Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_archive_takes_less_than_64_MB()
    {
        var image = RandomNumberGenerator.GetBytes((20 * Megabyte) - 100_000);
        var packed = new RawZip().Add(new RawEntry("icon.png", image) { Method = 8 }).Build();
        var stored = new RawZip().Add(new RawEntry("icon.png", image)).Build();

        Assert.Equal(image.Length, Guarded.Read(packed)?.Assets.Files[0].Content.Length);
        Assert.Equal(image.Length, Guarded.Read(stored)?.Assets.Files[0].Content.Length);
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Assert.Contains("not a zip archive", Guarded.Refusal([]), StringComparison.Ordinal);
        Assert.Contains("not a zip archive", Guarded.Refusal([.. "{\"formatVersion\":1}"u8]), StringComparison.Ordinal);
        Assert.Contains("not a zip archive", Guarded.Refusal([.. "PK\x05\x06"u8]), StringComparison.Ordinal);
        Assert.Contains("not a zip archive", Guarded.Refusal(new byte[100_000]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_beginnings_of_ends_is_refused_quickly() =>
        Assert.NotEmpty(Guarded.Refusal([.. Enumerable.Repeat("PK\x05\x06"u8.ToArray(), 500_000).SelectMany(each => each)]));

    [Fact]
    public async Task A_package_cut_short_anywhere_is_refused()
    {
        var package = await Samples.PackageAsync(Samples.Coupon);

        for (var length = 0; length < package.Length; length += 97)
            Guarded.Refusal(package[..length]);
        Guarded.Refusal(package[..^1]);
    }

    [Fact]
    public async Task A_package_that_lost_bytes_inside_is_told_or_refused()
    {
        var package = await Samples.PackageAsync(Samples.Coupon);

        for (var start = 0; start + 500 < package.Length; start += 97)
            Assert.False(Guarded.Read([.. package[..start], .. package[(start + 500)..]])?.Problems.Count == 0);
    }

    private static RawEntry Told(RawEntry entry) => entry with { Local = null, PackedSize = (uint)entry.Packed.Length };
}
