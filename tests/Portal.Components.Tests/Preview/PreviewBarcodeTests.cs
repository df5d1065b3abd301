using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Passbook.Generator;
using QRCoder;

namespace Portal.Components.Tests.Preview;

public sealed partial class PreviewBarcodeTests : BunitContext
{
    [Fact]
    public void The_QR_code_is_the_real_one()
    {
        var drawing = this.Draw(With(BarcodeFormat.Qr, "SN-0042"));
        var svg = drawing.Find("[data-part=qr]");

        Assert.Equal(Modules("SN-0042"), Draw(svg.QuerySelector("path")?.GetAttribute("d") ?? "", Size(svg.GetAttribute("viewBox") ?? "")));
        Assert.Equal("SN-0042 below", drawing.Find("[data-part=altText]").TextContent);
    }

    [Theory]
    [InlineData(BarcodeFormat.Pdf417, "PDF417 barcode")]
    [InlineData(BarcodeFormat.Aztec, "Aztec code")]
    [InlineData(BarcodeFormat.Code128, "Code 128 barcode")]
    public void Another_format_is_named_and_not_imitated(BarcodeFormat format, string name)
    {
        var drawing = this.Draw(With(format, "1"));

        Assert.Equal(name, drawing.Find("[data-part=barcodePlaceholder]").TextContent);
        Assert.Empty(drawing.FindAll("[data-part=barcode] svg, [data-part=barcode] img"));
    }

    [Fact]
    public void A_message_no_QR_code_can_hold_is_said_to_be_too_long() =>
        Assert.Contains(
            "too long", this.Draw(With(BarcodeFormat.Qr, new string('x', 5_000))).Find("[data-part=barcodePlaceholder]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_first_barcode_is_the_one_that_is_drawn()
    {
        var pass = With(BarcodeFormat.Aztec, "1");
        pass = pass with { Barcodes = [pass.Barcodes[0], new PassBarcode { Format = BarcodeFormat.Qr, Message = "2" }] };

        Assert.Equal("Aztec", this.Draw(pass).Find("[data-part=barcode]").GetAttribute("data-format"));
    }

    [Fact]
    public void A_contactless_pass_without_a_barcode_shows_its_sign()
    {
        var pass = PreviewSample.Pass("generic") with { Barcodes = [], Nfc = new PassNfc { Message = "1", EncryptionPublicKey = "x" } };

        Assert.Single(this.Draw(pass).FindAll("[data-part=contactless]"));
    }

    private static Pass With(BarcodeFormat format, string message) =>
        PreviewSample.Pass("generic") with { Barcodes = [new PassBarcode { Format = format, Message = message, AltText = message + " below" }] };

    private static int Size(string viewBox) => int.Parse(viewBox.Split(' ')[2], CultureInfo.InvariantCulture);

    /// <summary>Rows of 0 and 1, from a path of horizontal runs.</summary>
    private static string Draw(string path, int size)
    {
        var rows = Enumerable.Range(0, size).Select(_ => new char[size]).ToArray();
        foreach (var row in rows)
            Array.Fill(row, '0');
        foreach (Match run in Runs().Matches(path))
        {
            var (column, row, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            Array.Fill(rows[row], '1', column, length);
        }

        return string.Join('\n', rows.Select(row => new string(row)));
    }

    private static string Modules(string message)
    {
        using var code = QRCodeGenerator.GenerateQrCode(message, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix.Skip(4).SkipLast(4);
        return string.Join('\n', rows.Select(row => string.Concat(row.Cast<bool>().Skip(4).SkipLast(4).Select(dark => dark ? '1' : '0'))));
    }

    private static int Number(Match run, string group) => int.Parse(run.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Runs();
}
