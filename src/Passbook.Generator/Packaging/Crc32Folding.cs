using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Passbook.Generator;

/// <summary>Folds a long run of bytes into 16 that have the same CRC-32, by multiplication without carry.</summary>
/// <remarks>Source: Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel, 2009.</remarks>
internal static class Crc32Folding
{
    /// <summary>The fewest bytes that can be folded.</summary>
    public const int Least = 64;

    /// <summary>What they are folded into.</summary>
    public const int Size = 16;

    // Powers of x modulo the polynomial, bits reversed: 4*128+32 and 4*128-32, then 128+32 and 128-32.
    private static readonly Vector128<ulong> FourBlocks = Vector128.Create(0x0154442BD4, 0x01C6E41596UL);
    private static readonly Vector128<ulong> OneBlock = Vector128.Create(0x01751997D0, 0x00CCAA009EUL);

    public static bool IsSupported => Pclmulqdq.IsSupported;

    /// <summary>Folds, and returns the bytes that were left over, fewer than 16.</summary>
    /// <param name="crc">The CRC so far.</param>
    /// <param name="bytes">At least <see cref="Least"/> bytes.</param>
    /// <param name="folded">The 16 bytes, which go on from a CRC of 0.</param>
    public static ReadOnlySpan<byte> Fold(uint crc, ReadOnlySpan<byte> bytes, scoped Span<byte> folded)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var rest = bytes[(blocks.Length * Size)..];
        var (one, two, three, four) = (blocks[0] ^ Vector128.CreateScalar((ulong)crc), blocks[1], blocks[2], blocks[3]);
        for (blocks = blocks[4..]; blocks.Length >= 4; blocks = blocks[4..])
        {
            one = Step(one, FourBlocks) ^ blocks[0];
            two = Step(two, FourBlocks) ^ blocks[1];
            three = Step(three, FourBlocks) ^ blocks[2];
            four = Step(four, FourBlocks) ^ blocks[3];
        }

        one = Step(Step(Step(one, OneBlock) ^ two, OneBlock) ^ three, OneBlock) ^ four;
        foreach (var block in blocks)
            one = Step(one, OneBlock) ^ block;
        one.AsByte().CopyTo(folded);
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Step(Vector128<ulong> block, Vector128<ulong> distance) =>
        Pclmulqdq.CarrylessMultiply(block, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, distance, 0x11);
}
