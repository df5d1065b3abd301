using System.Buffers.Binary;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Archives whose records say what is not so: programs that go by different records find different files.</summary>
public sealed class HostileRecordTests
{
    private const uint SymbolicLink = 0xA1FF_0000;
    private const uint Device = 0x2180_0000;

    private static readonly RawEntry Icon = new("icon.png", [1, 2, 3]);

    public static TheoryData<string, RawEntry> Lies => new()
    {
        { "is encrypted", Icon with { Flags = 1 } },
        { "is encrypted", Icon with { Flags = 1 << 6 } },
        { "is encrypted", Icon with { Flags = 1 << 13 } },
        { "is compressed in a way Wallet does not know", Icon with { Method = 12 } },
        { "is compressed in a way Wallet does not know", Icon with { Method = 99 } },
        { "is not where the directory says", Icon with { Offset = 7 } },
        { "is not where the directory says", Icon with { Offset = 60_000 } },
        { "is not where the directory says", Icon with { Offset = uint.MaxValue } },
        { "breaks off", Icon with { Size = 4, PackedSize = 4, Local = Icon with { Size = 4, PackedSize = 4 } } },
        { "breaks off", Icon with { Size = uint.MaxValue, PackedSize = uint.MaxValue } },
        { "has two different names", Icon with { Local = Icon with { Name = "xcon.png" } } },
        { "has two different names", Icon with { Local = Icon with { Name = "icon.pn" } } },
        { "its checksum differs", Icon with { Crc = 5, Local = Icon with { Crc = 5 } } },
        { "says two different things about itself", Icon with { Local = Icon with { Crc = 5 } } },
        { "says two different things about itself", Icon with { Crc = 5, Local = Icon } },
        { "says two different things about itself", Icon with { Local = Icon with { Flags = 1 } } },
        { "says two different things about itself", Icon with { Local = Icon with { Method = 8 } } },
        { "says two different things about itself", Icon with { Local = Icon with { Size = 2, PackedSize = 3 } } },
        { "says two different things about itself", Icon with { Local = Icon with { Size = 3, PackedSize = 2 } } },
        { "says two different things about itself", Icon with { Local = Icon with { Size = uint.MaxValue, PackedSize = uint.MaxValue } } },
        { "says two different things about itself", Icon with { Local = Icon with { Size = uint.MaxValue, PackedSize = uint.MaxValue, Extra = Zip64Sizes(4, 3) } } },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_record_that_does_not_fit_its_entry_is_told(string sentence, RawEntry entry)
    {
        var opened = Guarded.Read(new RawZip().Add(entry).Build());

        Assert.Contains(sentence, Assert.Single(opened?.Problems ?? [], problem => problem.Code == PassProblemCode.EntryDamaged).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SymbolicLink)]
    [InlineData(Device)]
    public void A_link_or_a_device_is_told_and_not_read(uint attributes)
    {
        var opened = Guarded.Read(new RawZip().Add(Icon with { Attributes = attributes, Content = [.. "/etc/passwd"u8] }).Build());

        Assert.Single(opened?.Problems ?? [], problem => problem is { Code: PassProblemCode.EntryNotAFile, Path: "icon.png" });
        Assert.Empty(opened?.Assets.Files ?? [Samples.Assets.Files[0]]);
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_told()
    {
        var archive = new RawZip().Add(Icon).List(Icon with { Name = "logo.png", Offset = 0 });
        var quoted = new RawZip().Add(new RawEntry("outer.png", new byte[100]) { Size = 130, PackedSize = 130, Local = new RawEntry("outer.png", []) { Size = 130, PackedSize = 130 } }).Add(Icon);

        Assert.Contains(("logo.png", PassProblemCode.EntryDamaged), Guarded.Problems(archive.Build()));
        Assert.Contains(("outer.png", PassProblemCode.EntryDamaged), Guarded.Problems(quoted.Build()));
    }

    [Fact]
    public void Many_entries_over_one_run_of_bytes_are_no_bomb()
    {
        var zip = new RawZip().Add(new RawEntry("0.png", new byte[15_000_000]) { Method = 8 });
        for (var index = 1; index < 200; index++)
            zip.List(new RawEntry($"{index}.png", []) { Method = 8, Offset = 0, Size = 100_000, PackedSize = 10_000 });

        Assert.Equal(199, Guarded.Read(zip.Build())?.Problems.Count(problem => problem.Code == PassProblemCode.EntryDamaged));
    }

    [Fact]
    public void Bytes_that_belong_to_nothing_are_told()
    {
        byte[][] archives =
        [
            new RawZip().Junk(100).Add(Icon).Build(),
            new RawZip().Add(Icon).Junk(30).Add(Icon with { Name = "logo.png" }).Build(),
            new RawZip().Add(Icon).Build(beforeEnd: new byte[10]),
            [.. new RawZip().Add(Icon).Build(), 0],
            new RawZip().Add(Icon).Add(Icon with { Name = "hidden.png" }).Build(end => end[8] = end[10] = 1),
        ];

        Assert.All(archives, archive => Assert.Contains(("", PassProblemCode.ArchiveInconsistent), Guarded.Problems(archive)));
        Assert.DoesNotContain(("", PassProblemCode.ArchiveInconsistent), Guarded.Problems(new RawZip().Add(Icon).Build(comment: new byte[500])));
    }

    [Fact]
    public void Of_several_ends_the_last_one_that_fits_counts()
    {
        var other = new RawZip().Add(Icon with { Name = "other.png" }).Build();
        var archive = new RawZip().Add(Icon).Build(comment: [.. other[^22..], 0, 0, 0]);

        Assert.Equal("icon.png", Assert.Single(Guarded.Read(archive)?.Assets.Files ?? []).Name);
    }

    [Fact]
    public void The_zip64_format_is_refused()
    {
        byte[] locator = [.. "PK\x06\x07"u8, .. new byte[16]];
        byte[][] archives =
        [
            new RawZip().Add(Icon).Build(beforeEnd: locator),
            new RawZip().Add(Icon).Build(end => end.AsSpan(8, 4).Fill(0xFF)),
            new RawZip().Add(Icon).Build(end => end.AsSpan(12, 4).Fill(0xFF)),
            new RawZip().Add(Icon).Build(end => end.AsSpan(16, 4).Fill(0xFF)),
        ];

        Assert.All(archives, archive => Assert.Contains("zip64", Guarded.Refusal(archive), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, "one of several parts")]
    [InlineData(6, "one of several parts")]
    [InlineData(8, "one of several parts")]
    [InlineData(13, "not where it says")]
    [InlineData(17, "not where it says")]
    [InlineData(12, "breaks off")]
    public void An_end_that_does_not_fit_is_refused(int offset, string sentence) =>
        Assert.Contains(sentence, Guarded.Refusal(new RawZip().Add(Icon).Build(end => end[offset] -= 1)), StringComparison.Ordinal);

    [Fact]
    public void What_programs_write_to_a_pipe_is_read()
    {
        var descriptor = Icon with { Flags = 8, Local = Icon with { Flags = 8, Crc = 0, Size = 0, PackedSize = 0 } };
        var large = Icon with { Name = "logo.png", Local = Icon with { Name = "logo.png", Size = uint.MaxValue, PackedSize = uint.MaxValue, Extra = Zip64Sizes(3, 3) } };

        var opened = Guarded.Read(new RawZip().Add(descriptor).Junk(16).Add(large).Build());

        Assert.Equal(2, opened?.Assets.Files.Count);
        Assert.All(opened?.Problems ?? [], problem => Assert.Equal(PassProblemCode.FileMissing, problem.Code));
    }

    [Fact]
    public void Folders_are_passed_over()
    {
        var opened = Guarded.Read(new RawZip().Add(new RawEntry("fi.lproj/", []) { Attributes = 0x41ED_0010 }).Add(Icon with { Name = "fi.lproj/logo.png" }).Build());

        Assert.Equal("fi.lproj/logo.png", Assert.Single(opened?.Assets.Files ?? []).Name);
        Assert.All(opened?.Problems ?? [], problem => Assert.Equal(PassProblemCode.FileMissing, problem.Code));
    }

    private static byte[] Zip64Sizes(long size, long packedSize)
    {
        var extra = new byte[4 + 4 + 16];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 0x5455);
        BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(6), 16);
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(8), size);
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(16), packedSize);
        return extra;
    }
}
