using System.Globalization;
using System.Text;
using Passbook.Generator;
using QRCoder;
using QRCoder.Exceptions;

namespace Portal.Preview;

/// <summary>A real QR code as one SVG path of squares.</summary>
/// <param name="Modules">How many modules a side has; the path is measured in them.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrDrawing(int Modules, string Path)
{
    /// <summary>QRCoder frames the code with four light modules; the white box of the pass is our frame.</summary>
    private const int Frame = 4;

    /// <summary>The code of a barcode's message; null when it holds more than any QR code can.</summary>
    public static QrDrawing? Of(PassBarcode barcode)
    {
        var utf8 = string.Equals(barcode.MessageEncoding, "utf-8", StringComparison.OrdinalIgnoreCase);
        try
        {
            using var code = QRCodeGenerator.GenerateQrCode(
                barcode.Message, QRCodeGenerator.ECCLevel.M, forceUtf8: utf8, eciMode: utf8 ? QRCodeGenerator.EciMode.Utf8 : QRCodeGenerator.EciMode.Default);
            return Draw(code);
        }
        catch (DataTooLongException)
        {
            return null;
        }
    }

    private static QrDrawing Draw(QRCodeData code)
    {
        var size = code.ModuleMatrix.Count - 2 * Frame;
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var start = column;
                while (column < size && code.ModuleMatrix[row + Frame][column + Frame])
                    column++;
                if (column > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
            }
        }

        return new QrDrawing(size, path.ToString());
    }
}
