using System.Buffers.Binary;

namespace Passbook.Generator;

/// <summary>CRC-32 as zip uses it (polynomial 0xEDB88320), eight bytes a step, or 64 where the processor can.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.Least)
        {
            Span<byte> folded = stackalloc byte[Crc32Folding.Size];
            bytes = Crc32Folding.Fold(crc, bytes, folded);
            crc = Continue(0, folded);
        }

        return ~Continue(crc, bytes);
    }

    /// <summary>The CRC-32 of two runs of bytes after each other, from that of each.</summary>
    public static uint Join(uint first, uint second, int secondLength) => Multiply(PowerOfX(secondLength), first) ^ second;

    /// <summary>Goes on over more bytes; before the first and after the last, all bits are turned over.</summary>
    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table.AsSpan(0, 8 * 256);
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
        return crc;
    }

    /// <summary>x to the power of 8 <paramref name="bytes"/>, as a polynomial over two elements modulo that of the CRC.</summary>
    private static uint PowerOfX(int bytes)
    {
        var power = 0x8000_0000;
        var square = 0x0080_0000u;
        for (; bytes > 0; bytes >>= 1)
        {
            if ((bytes & 1) != 0)
                power = Multiply(square, power);
            square = Multiply(square, square);
        }

        return power;
    }

    // The highest bit is the lowest power, as everywhere in this CRC.
    private static uint Multiply(uint one, uint other)
    {
        var product = 0u;
        for (; one != 0; one <<= 1)
        {
            if ((one & 0x8000_0000) != 0)
                product ^= other;
            other = (other & 1) != 0 ? Polynomial ^ other >> 1 : other >> 1;
        }

        return product;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (var index = 0; index < table.Length; index++)
        {
            var crc = index < 256 ? (uint)index : table[index - 256];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? Polynomial ^ crc >> 1 : crc >> 1;
            table[index] = crc;
        }

        return table;
    }
}
