using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>Archives whose records are well formed and lie.</summary>
internal static class ZipMutation
{
    private static readonly string[] Names =
    [
        "pass.json", "PASS.json", "manifest.json", "signature", "../x", "/x", "..\\x", "a/b/c", "fi.lproj/pass.strings", "fi.lproj/", "1.pkpass", "", ".", "icon.png/", "con", "\0",
        "\u0301", "x.zip", "fi.lproj/../icon.png",
    ];

    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> files, Random random)
    {
        var zip = new RawZip();
        foreach (var (name, content) in files)
        {
            var entry = new RawEntry(name, content) { Method = (ushort)(random.Next(3) == 0 ? 8 : 0) };
            zip.Add(random.Next(4) == 0 ? Lie(entry, random) : entry);
            if (random.Next(20) == 0)
                zip.Junk(random.Next(1, 40));
            if (random.Next(20) == 0)
                zip.List(Lie(entry with { Offset = (uint)random.Next(4000) }, random));
        }

        return random.Next(6) == 0
            ? zip.Build(end => end[random.Next(end.Length)] = (byte)random.Next(256), new byte[random.Next(30)], new byte[random.Next(30)])
            : zip.Build();
    }

    private static RawEntry Lie(RawEntry entry, Random random) => random.Next(10) switch
    {
        0 => entry with { Name = Names[random.Next(Names.Length)] },
        1 => entry with { Flags = (ushort)random.Next(65536) },
        2 => entry with { Method = (ushort)random.Next(15) },
        3 => entry with { Crc = (uint)random.Next() },
        4 => entry with { Size = Size(entry, random) },
        5 => entry with { PackedSize = Size(entry, random) },
        6 => entry with { Attributes = (uint)random.NextInt64(uint.MaxValue) },
        7 => entry with { Offset = Size(entry, random) },
        8 => entry with { Extra = new byte[random.Next(100)] },
        _ => entry with { Local = Lie(entry, random) },
    };

    private static uint Size(RawEntry entry, Random random) => random.Next(4) switch
    {
        0 => uint.MaxValue,
        1 => (uint)random.Next(30_000_000),
        2 => 0,
        _ => (uint)Math.Max(0, entry.Content.Length + random.Next(-5, 6)),
    };
}
