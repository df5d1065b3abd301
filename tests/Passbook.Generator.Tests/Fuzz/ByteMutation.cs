using System.Buffers.Binary;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>Changes bytes as faults and attackers do: single ones, numbers, ranges.</summary>
internal static class ByteMutation
{
    private static readonly uint[] Numbers = [0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x0140_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];

    /// <summary>One to six changes.</summary>
    public static byte[] Change(byte[] bytes, Random random)
    {
        var changed = bytes.ToArray();
        for (var count = random.Next(1, 7); count > 0 && changed.Length > 8; count--)
            changed = ChangeOnce(changed, random);
        return changed;
    }

    private static byte[] ChangeOnce(byte[] bytes, Random random)
    {
        var place = random.Next(bytes.Length);
        var range = bytes.AsSpan(place, Math.Min(random.Next(1, 1 << random.Next(1, 12)), bytes.Length - place)).ToArray();
        switch (random.Next(9))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[place] = (byte)random.Next(256);
                return bytes;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Math.Min(place, bytes.Length - 2)), (ushort)Number(bytes, random));
                return bytes;
            case 3:
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Math.Min(place, bytes.Length - 4)), Number(bytes, random));
                return bytes;
            case 4:
                return [.. bytes[..place], .. bytes[(place + range.Length)..]];
            case 5:
                return [.. bytes[..place], .. range, .. bytes[place..]];
            case 6:
                return [.. bytes[..place], .. range.Reverse(), .. bytes[(place + range.Length)..]];
            case 7:
                random.NextBytes(range);
                return [.. bytes[..place], .. range, .. bytes[(place + range.Length)..]];
            default:
                return random.Next(8) == 0 ? bytes[..place] : bytes;
        }
    }

    private static uint Number(byte[] bytes, Random random) => random.Next(3) switch
    {
        0 => Numbers[random.Next(Numbers.Length)],
        1 => (uint)random.Next(bytes.Length + 1),
        _ => (uint)random.NextInt64(uint.MaxValue),
    };
}
