using Passbook.Generator;
using Portal.Browser.Tests.Chromium;
using Portal.Browser.Tests.Workspace;
using QRCoder;

namespace Portal.Browser.Tests.Preview;

/// <summary>Codes as a scanner sees them.</summary>
public sealed class BarcodeTests(ChromiumFixture chromium, SharedDemo demo)
{
    [Theory]
    [InlineData("EY28KHUMBY62")]
    [InlineData("Grüße aus Åbo, 東京")]
    [InlineData("https://passes.example.com/p/9yxeBFlW4w0VjahfVH9oHg?of=a-longer-message-that-needs-a-larger-code-than-the-others-do")]
    public async Task The_pixels_of_a_QR_code_are_the_modules_of_its_message(string message)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.StoreCard, message: message));
        using var pixels = await sheet.PixelsAsync("[data-part=qr]");

        using var code = QRCodeGenerator.GenerateQrCode(message, QRCodeGenerator.ECCLevel.M, forceUtf8: true, eciMode: QRCodeGenerator.EciMode.Utf8);
        Assert.Equal(QrPixels.Expected(code), QrPixels.Read(pixels, code));
    }

    [Theory]
    [InlineData(BarcodeFormat.Pdf417, "PDF417")]
    [InlineData(BarcodeFormat.Code128, "Code 128")]
    [InlineData(BarcodeFormat.Aztec, "Aztec")]
    public async Task A_code_that_is_not_drawn_is_named_and_never_imitated(BarcodeFormat format, string name)
    {
        await using var session = await demo.OpenAsync(chromium, Screen.Wide);
        var sheet = await PreviewSheet.ShowAsync(session, SamplePasses.Of(PassStyle.StoreCard, format));

        Assert.Contains(name, await sheet.TextAsync("[data-part=barcodePlaceholder]"), StringComparison.Ordinal);
        Assert.Equal(0, await sheet.CountAsync("[data-part=barcode] :is(svg, img, canvas)"));
        var (box, code) = (await sheet.PartAsync("[data-part=barcode]"), await sheet.PartAsync("[data-part=barcodePlaceholder]"));
        Assert.Equal(345.0 / 2, box.Centre, 4.0);
        Assert.Equal(format is BarcodeFormat.Aztec ? 132 : 52.5, code.Height, 4.0);
    }
}
