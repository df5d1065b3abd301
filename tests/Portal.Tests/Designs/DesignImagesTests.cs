using System.Security.Cryptography;
using System.Text;
using Passbook.Generator;
using Portal.Designs;
using Portal.Testing.Databases;
using SkiaSharp;

namespace Portal.Tests.Designs;

public sealed class DesignImagesTests(SqliteFixture fixture) : IDisposable, IClassFixture<SqliteFixture>
{
    private static readonly ImageSlot Icon = ImageSlot.Of(PassStyle.Generic)[0];
    private static readonly ImageSlot Logo = ImageSlot.Of(PassStyle.Generic)[1];

    private readonly DesignWorld _world = new(fixture.Database);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task AddAsync_APicture_BecomesPngsOfTheSlotInThreeDensities(SKEncodedImageFormat format)
    {
        var upload = await _world.Images.AddAsync(Icon, Picture(300, 200, format), Cancelled);

        Assert.Null(upload.Problem);
        Assert.Equal("icon.png icon@2x.png icon@3x.png", string.Join(' ', upload.Files.Keys.Order(StringComparer.Ordinal)));
        var largest = await _world.Images.FindAsync(upload.Files["icon@3x.png"], Cancelled) ?? [];
        using var decoded = SKBitmap.Decode(largest);
        Assert.Equal((114, 114, upload.Files["icon@3x.png"]), (decoded.Width, decoded.Height, Convert.ToHexStringLower(SHA256.HashData(largest))));
    }

    [Fact]
    public async Task AddAsync_ALogo_KeepsItsShapeInsideTheBox()
    {
        var upload = await _world.Images.AddAsync(Logo, Picture(400, 100, SKEncodedImageFormat.Png), Cancelled);

        using var decoded = SKBitmap.Decode(await _world.Images.FindAsync(upload.Files["logo.png"], Cancelled));
        Assert.Equal((160, 40), (decoded.Width, decoded.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("")]
    public async Task AddAsync_NoPicture_IsRefusedWithTheFormats(string content)
    {
        var upload = await _world.Images.AddAsync(Icon, Encoding.UTF8.GetBytes(content), Cancelled);

        Assert.Equal("This is no picture we can read. Use a PNG, JPEG, WebP, GIF or BMP picture.", upload.Problem);
    }

    [Fact]
    public async Task AddAsync_APngSignatureBeforeMarkup_IsRefused() =>
        Assert.NotNull((await _world.Images.AddAsync(Icon, (byte[])[0x89, .. "PNG\r\n\x1a\n<html></html>"u8], Cancelled)).Problem);

    [Fact]
    public async Task AddAsync_AnIcoFile_IsRefused() =>
        Assert.NotNull((await _world.Images.AddAsync(Icon, Ico(Picture(16, 16, SKEncodedImageFormat.Png)), Cancelled)).Problem);

    [Fact]
    public async Task AddAsync_ATruncatedPicture_IsRefused()
    {
        var whole = Picture(200, 200, SKEncodedImageFormat.Png);

        Assert.Equal(
            "The picture is damaged or incomplete. Save it again and try once more.",
            (await _world.Images.AddAsync(Icon, whole.AsMemory(0, whole.Length * 2 / 3), Cancelled)).Problem);
    }

    [Theory]
    [InlineData(20_000, 20_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task AddAsync_TooManyPixelsInTheHeader_IsRefusedBeforeDecoding(int width, int height)
    {
        var problem = (await _world.Images.AddAsync(Icon, HeaderOf(width, height), Cancelled)).Problem;

        Assert.NotNull(problem);
    }

    [Fact]
    public async Task AddAsync_AHugeFile_IsRefused() =>
        Assert.Equal("The picture is larger than 10 MB.", (await _world.Images.AddAsync(Icon, new byte[DesignImages.LargestFile + 1], Cancelled)).Problem);

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.SteelBlue);
        using var paint = new SKPaint { Color = SKColors.Gold };
        for (var line = 0; line < height; line += 7)
            surface.Canvas.DrawLine(0, line, width, height - line, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A PNG that is its header and nothing else.</summary>
    private static byte[] HeaderOf(int width, int height)
    {
        var png = Picture(2, 2, SKEncodedImageFormat.Png);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Ico(byte[] png) =>
        [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), 22, 0, 0, 0, .. png];
}
