using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>CRC-32 as zip uses it (polynomial 0xEDB88320), eight bytes a step.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table.AsSpan(0, 8 * 256);
        var crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[0x700 + (int)(low & 0xFF)] ^ table[0x600 + (int)(low >> 8 & 0xFF)]
                ^ table[0x500 + (int)(low >> 16 & 0xFF)] ^ table[0x400 + (int)(low >> 24)]
                ^ table[0x300 + (int)(high & 0xFF)] ^ table[0x200 + (int)(high >> 8 & 0xFF)]
                ^ table[0x100 + (int)(high >> 16 & 0xFF)] ^ table[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var next in bytes)
            crc = table[(int)((crc ^ next) & 0xFF)] ^ crc >> 8;
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (var index = 0; index < table.Length; index++)
        {
            var crc = index < 256 ? (uint)index : table[index - 256];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
            table[index] = crc;
        }

        return table;
    }
}
