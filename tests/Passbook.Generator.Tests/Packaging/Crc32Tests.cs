using CsCheck;

namespace Passbook.Generator.Tests.Packaging;

public sealed class Crc32Tests
{
    [Fact]
    public void It_is_the_checksum_of_the_specification() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void Bytes_in_large_steps_and_one_by_one_have_the_same_checksum() =>
        Gen.Byte.Array[0, 500].Sample(bytes => Crc32.Of(bytes) == OneByOne(bytes));

    [Fact]
    public void Two_checksums_make_that_of_both() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 300])
            .Sample((first, second) => Crc32.Join(Crc32.Of(first), Crc32.Of(second), second.Length) == Crc32.Of([.. first, .. second]));

    private static uint OneByOne(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
        }

        return ~crc;
    }
}
