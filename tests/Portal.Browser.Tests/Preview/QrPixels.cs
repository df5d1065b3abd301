using QRCoder;
using SkiaSharp;

namespace Portal.Browser.Tests.Preview;

/// <summary>Reads a QR code off the screen, module by module, as a scanner does.</summary>
internal static class QrPixels
{
    /// <summary>QRCoder frames the code with four light modules.</summary>
    private const int Frame = 4;

    /// <summary>The modules as they must be, a text of # and . with a line for each row.</summary>
    public static string Expected(QRCodeData code) => Text(Size(code), (row, column) => code.ModuleMatrix[row + Frame][column + Frame]);

    /// <summary>The modules in the picture of a code of the same size.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="code">The code that should be there.</param>
    /// <param name="border">How many light modules the picture has around the code.</param>
    public static string Read(SKBitmap pixels, QRCodeData code, int border = 0)
    {
        var module = (double)pixels.Width / (Size(code) + 2 * border);
        return Text(Size(code), (row, column) => pixels.GetPixel(Middle(column), Middle(row)).Red < 128);

        int Middle(int index) => (int)((index + border + 0.5) * module);
    }

    private static int Size(QRCodeData code) => code.ModuleMatrix.Count - 2 * Frame;

    private static string Text(int size, Func<int, int, bool> isDark) => string.Join(
        '\n', Enumerable.Range(0, size).Select(row => string.Concat(Enumerable.Range(0, size).Select(column => isDark(row, column) ? '#' : '.'))));
}
