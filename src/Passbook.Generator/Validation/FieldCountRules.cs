namespace Passbook.Generator;

/// <summary>How many fields each style shows at most; what does not fit, Wallet leaves out without a word.</summary>
internal static class FieldCountRules
{
    public static void Check(Pass pass, ProblemList problems)
    {
        foreach (var (style, fields) in FieldPlace.Styles(pass))
        {
            Limit(style, "headerFields", fields.HeaderFields.Count, 3, problems);
            switch (style)
            {
                case "boardingPass":
                    Limit(style, "primaryFields", fields.PrimaryFields.Count, 2, problems);
                    Limit(style, "auxiliaryFields", fields.AuxiliaryFields.Count, 5, problems);
                    Limit(style, "secondaryFields", fields.SecondaryFields.Count, 4, problems);
                    break;
                case "eventTicket":
                    var secondRow = fields.AuxiliaryFields.Count(field => field.Row == 1);
                    Limit(style, "primaryFields", fields.PrimaryFields.Count, 1, problems);
                    Limit(style, "secondaryFields", fields.SecondaryFields.Count, 4, problems);
                    Limit(style, "auxiliaryFields", Math.Max(secondRow, fields.AuxiliaryFields.Count - secondRow), 4, problems);
                    break;
                case "generic" when pass.Barcodes.IsEmpty || !IsSquare(pass.Barcodes[0].Format):
                    Limit(style, "primaryFields", fields.PrimaryFields.Count, 1, problems);
                    Limit(style, "secondaryFields", fields.SecondaryFields.Count, 4, problems);
                    Limit(style, "auxiliaryFields", fields.AuxiliaryFields.Count, 4, problems);
                    break;
                default:
                    Limit(style, "primaryFields", fields.PrimaryFields.Count, 1, problems);
                    Limit(style, "secondaryFields", fields.SecondaryFields.Count + fields.AuxiliaryFields.Count, 4, problems, "secondary and auxiliary fields together");
                    break;
            }
        }
    }

    private static bool IsSquare(BarcodeFormat format) => format is BarcodeFormat.Qr or BarcodeFormat.Aztec;

    private static void Limit(string style, string group, int count, int most, ProblemList problems, string? what = null)
    {
        if (count > most)
            problems.Warning($"$.{style}.{group}", PassProblemCode.FieldsTooMany, $"Wallet shows at most {most} here ({what ?? group}); there are {count}.");
    }
}
