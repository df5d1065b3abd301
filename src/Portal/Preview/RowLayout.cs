using Passbook.Generator;

namespace Portal.Preview;

/// <summary>Which fields stand in which row under the primary ones.</summary>
internal static class RowLayout
{
    private const int MostInRow = 4;

    /// <summary>The rows from top to bottom, without those that are empty.</summary>
    public static IReadOnlyList<PreviewRow> Of(Pass pass)
    {
        var fields = pass.Fields;
        var secondary = fields.SecondaryFields;
        var auxiliary = fields.AuxiliaryFields;
        PreviewRow[] rows = pass.Style switch
        {
            PassStyle.BoardingPass => [new("auxiliary", [.. auxiliary.Take(5)]), new("secondary", Short(secondary))],
            PassStyle.EventTicket =>
            [
                new("secondary", Short(secondary)),
                new("auxiliary", Short(auxiliary.Where(field => field.Row is null or 0))),
                new("auxiliary-1", Short(auxiliary.Where(field => field.Row is 1))),
            ],
            PassStyle.Generic when !HasSquareBarcode(pass) => [new("secondary", Short(secondary)), new("auxiliary", Short(auxiliary))],
            _ => [new("secondary", Short(secondary.Concat(auxiliary)))],
        };
        return [.. rows.Where(row => row.Fields.Count > 0)];
    }

    /// <summary>The barcode a phone of today shows.</summary>
    public static PassBarcode? Barcode(Pass pass) => pass.Barcodes.IsEmpty ? null : pass.Barcodes[0];

    public static bool IsSquare(BarcodeFormat format) => format is BarcodeFormat.Qr or BarcodeFormat.Aztec;

    private static bool HasSquareBarcode(Pass pass) => Barcode(pass) is { } barcode && IsSquare(barcode.Format);

    private static PassField[] Short(IEnumerable<PassField> fields) => [.. fields.Take(MostInRow)];
}

/// <summary>A row of fields, named for its section.</summary>
internal sealed record PreviewRow(string Name, IReadOnlyList<PassField> Fields);
