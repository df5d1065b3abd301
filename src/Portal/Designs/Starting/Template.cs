using System.Collections.Immutable;
using Passbook.Generator;
using Portal.Data.Designs;

namespace Portal.Designs.Starting;

/// <summary>Shared words of the starting designs.</summary>
internal static class Template
{
    public static DesignField Text(string id, string name) => new() { Id = id, Name = name, MaxLength = 100 };

    public static DesignField Date(string id, string name) => new() { Id = id, Name = name, Kind = FieldKind.Date };

    public static PassField Shown(string key, string? label, string value, string? changeMessage = null) =>
        new() { Key = key, Label = label, Value = value, ChangeMessage = changeMessage };

    /// <summary>A QR code of the serial number, which stands below it too.</summary>
    public static ValueList<PassBarcode> SerialQr =>
    [
        new PassBarcode
        {
            Format = BarcodeFormat.Qr,
            Message = Placeholders.For(Placeholders.SerialNumber),
            AltText = Placeholders.For(Placeholders.SerialNumber),
        },
    ];

    /// <summary>A template without its style: the identifiers are filled in when a pass is rendered.</summary>
    public static Pass Pass(string logoText, string description, (PassColor Background, PassColor Foreground, PassColor Label) colors) => new()
    {
        PassTypeIdentifier = "",
        SerialNumber = "",
        TeamIdentifier = "",
        OrganizationName = "",
        Description = description,
        LogoText = logoText,
        BackgroundColor = colors.Background,
        ForegroundColor = colors.Foreground,
        LabelColor = colors.Label,
        SharingProhibited = true,
        Barcodes = SerialQr,
    };

    public static ImmutableSortedDictionary<string, string> Samples(params (string Id, string Text)[] samples) =>
        samples.ToImmutableSortedDictionary(sample => sample.Id, sample => sample.Text, StringComparer.Ordinal);
}
