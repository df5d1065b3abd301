namespace Passbook.Generator;

/// <summary>How many fields each style shows at most; what does not fit, Wallet leaves out without a word.</summary>
internal static class FieldCountRules
{
    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.BoardingPass is { } boarding)
        {
            CheckClassic("boardingPass", boarding, 2, problems);
            Limit("boardingPass", FieldWalk.Auxiliary, boarding.AuxiliaryFields.Count, 5, problems);
            Limit("boardingPass", FieldWalk.Secondary, boarding.SecondaryFields.Count, 4, problems);
            CheckNotShown("boardingPass", FieldWalk.AdditionalInfo, boarding.AdditionalInfoFields, problems);
        }

        if (pass.EventTicket is { } ticket)
        {
            CheckClassic("eventTicket", ticket, 1, problems);
            Limit("eventTicket", FieldWalk.Secondary, ticket.SecondaryFields.Count, 4, problems);
            Limit("eventTicket", FieldWalk.Auxiliary, LongestRow(ticket.AuxiliaryFields), 4, problems);
        }

        if (pass.Generic is { } generic)
            CheckCard("generic", generic, areInOneRow: !pass.Barcodes.IsEmpty && IsSquare(pass.Barcodes[0].Format), problems);
        if (pass.Coupon is { } coupon)
            CheckCard("coupon", coupon, areInOneRow: true, problems);
        if (pass.StoreCard is { } card)
            CheckCard("storeCard", card, areInOneRow: true, problems);
        if (pass.PosterGeneric is { } poster)
            CheckPoster(poster, problems);
    }

    private static void CheckClassic(string style, PassFields fields, int primary, ProblemList problems)
    {
        Limit(style, FieldWalk.Header, fields.HeaderFields.Count, 3, problems);
        Limit(style, FieldWalk.Primary, fields.PrimaryFields.Count, primary, problems);
        CheckNotShown(style, FieldWalk.Footer, fields.FooterFields, problems);
    }

    private static void CheckCard(string style, PassFields fields, bool areInOneRow, ProblemList problems)
    {
        CheckClassic(style, fields, 1, problems);
        CheckNotShown(style, FieldWalk.AdditionalInfo, fields.AdditionalInfoFields, problems);
        if (areInOneRow)
        {
            Limit(style, FieldWalk.Secondary, fields.SecondaryFields.Count + fields.AuxiliaryFields.Count, 4, problems, " (secondary and auxiliary fields together)");
            return;
        }

        Limit(style, FieldWalk.Secondary, fields.SecondaryFields.Count, 4, problems);
        Limit(style, FieldWalk.Auxiliary, fields.AuxiliaryFields.Count, 4, problems);
    }

    private static void CheckPoster(PassFields poster, ProblemList problems)
    {
        Limit("posterGeneric", FieldWalk.Header, poster.HeaderFields.Count, 1, problems);
        Limit("posterGeneric", FieldWalk.Primary, poster.PrimaryFields.Count, 4, problems);
        // Apple's documentation says two, its talk of 2026 one.
        Limit("posterGeneric", FieldWalk.Footer, poster.FooterFields.Count, 2, problems);
        CheckNotShown("posterGeneric", FieldWalk.Secondary, poster.SecondaryFields, problems);
        CheckNotShown("posterGeneric", FieldWalk.Auxiliary, poster.AuxiliaryFields, problems);
    }

    private static void Limit(string style, string group, int count, int most, ProblemList problems, string what = "")
    {
        if (count > most)
            problems.Warning($"$.{style}.{group}", PassProblemCode.FieldsTooMany, $"Wallet shows at most {most} of these fields{what}, and there are {count}: move the others to the back.");
    }

    private static void CheckNotShown(string style, string group, ValueList<PassField> fields, ProblemList problems)
    {
        if (!fields.IsEmpty)
            problems.Warning($"$.{style}.{group}", PassProblemCode.FieldsNotShown, "This style of pass shows none of these fields: move them to another place, such as the back.");
    }

    private static int LongestRow(ValueList<PassField> fields)
    {
        var second = 0;
        foreach (var field in fields)
            second += field.Row == 1 ? 1 : 0;
        return Math.Max(second, fields.Count - second);
    }

    private static bool IsSquare(BarcodeFormat format) => format is BarcodeFormat.Qr or BarcodeFormat.Aztec;
}
