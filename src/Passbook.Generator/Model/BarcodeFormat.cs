using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What a barcode looks like.</summary>
/// <remarks>A phone shows the first barcode of the list whose format it knows: let one of the first four follow a format of iOS 27.</remarks>
[JsonConverter(typeof(NamedEnumConverter<BarcodeFormat>))]
public enum BarcodeFormat
{
    /// <summary>QR code, square. iOS 6.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatQR")]
    Qr,

    /// <summary>PDF417, wide. iOS 6.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatPDF417")]
    Pdf417,

    /// <summary>Aztec code, square. iOS 6.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatAztec")]
    Aztec,

    /// <summary>Code 128, wide. iOS 9; not on Apple Watch.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatCode128")]
    Code128,

    /// <summary>Code 39, wide. iOS 27.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatCode39")]
    Code39,

    /// <summary>Codabar, wide. iOS 27.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatCodabar")]
    Codabar,

    /// <summary>EAN-13, wide. iOS 27.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatEAN13")]
    Ean13,

    /// <summary>Interleaved 2 of 5, wide. iOS 27.</summary>
    [JsonStringEnumMemberName("PKBarcodeFormatI2of5")]
    InterleavedTwoOfFive,
}
