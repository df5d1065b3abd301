using Passbook.Generator;
using Portal.Preview;
using SkiaSharp;

namespace Portal.Browser.Tests.Preview;

/// <summary>A pass of each style with all that its front can hold.</summary>
internal static class SamplePasses
{
    /// <summary>What every one of them says on its corner.</summary>
    public const string LogoText = "Northlight";

    private static readonly PassFields Fields = new()
    {
        HeaderFields = [Field("h1", "Gate", "A12")],
        PrimaryFields = [Field("p1", "Helsinki", "HEL")],
        SecondaryFields = [Field("s1", "Name", "Alex Morgan"), Field("s2", "Group", "2")],
        AuxiliaryFields = [Field("a1", "Flight", "NL 218"), Field("a2", "Seat", "14C")],
    };

    public static Pass Of(PassStyle style, BarcodeFormat format = BarcodeFormat.Qr, string message = "EY28KHUMBY62") => With(style, new Pass
    {
        PassTypeIdentifier = "pass.com.example", SerialNumber = "1", TeamIdentifier = "A1B2C3D4E5", OrganizationName = LogoText,
        Description = "Sample", LogoText = LogoText,
        BackgroundColor = new PassColor(16, 36, 68), ForegroundColor = new PassColor(255, 255, 255), LabelColor = new PassColor(148, 190, 236),
        Barcodes = [new PassBarcode { Format = format, Message = message, MessageEncoding = "utf-8", AltText = "EY28" }],
    });

    /// <summary>Plain images of Apple's sizes; those named are left out.</summary>
    public static PreviewImages Images(params string[] without) => PreviewImages.From(name =>
    {
        var slot = name.Replace(".png", "", StringComparison.Ordinal);
        var (width, height) = slot switch
        {
            "icon" => (38, 38), "logo" => (50, 50), "strip" => (375, 144), "thumbnail" => (90, 90), "background" => (180, 220), "footer" => (286, 15),
            _ => (0, 0),
        };
        return width == 0 || without.Contains(slot, StringComparer.Ordinal) ? null : Plain(width, height);
    });

    private static Pass With(PassStyle style, Pass pass) => style switch
    {
        PassStyle.BoardingPass => pass with { BoardingPass = Journey() },
        PassStyle.Coupon => pass with { Coupon = Fields },
        PassStyle.EventTicket => pass with { EventTicket = Fields },
        PassStyle.StoreCard => pass with { StoreCard = Fields },
        _ => pass with { Generic = Fields },
    };

    private static BoardingPassFields Journey() => new()
    {
        TransitType = TransitType.Air,
        HeaderFields = Fields.HeaderFields,
        PrimaryFields = [Field("p1", "Helsinki", "HEL"), Field("p2", "Copenhagen", "CPH")],
        SecondaryFields = Fields.SecondaryFields,
        AuxiliaryFields = Fields.AuxiliaryFields,
    };

    private static PassField Field(string key, string label, string value) => new() { Key = key, Label = label, Value = value };

    private static string Plain(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(120, 140, 160));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return $"data:image/png;base64,{Convert.ToBase64String(png.AsSpan())}";
    }
}
