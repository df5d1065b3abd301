namespace Passbook.Generator;

/// <summary>A field and where it stands.</summary>
internal readonly record struct FieldPlace(PassField Field, string Style, string Group, int Index)
{
    public string Path => $"$.{Style}.{Group}[{Index}]";

    public bool IsPrimary => Group == "primaryFields";

    public bool IsBack => Group == "backFields";

    public bool MayHaveRow => Style == "eventTicket" && Group == "auxiliaryFields";

    public static IEnumerable<FieldPlace> All(Pass pass)
    {
        foreach (var (style, fields) in Styles(pass))
        {
            foreach (var (group, list) in Groups(fields))
            {
                for (var index = 0; index < list.Count; index++)
                    yield return new FieldPlace(list[index], style, group, index);
            }
        }
    }

    public static IEnumerable<(string Name, PassFields Fields)> Styles(Pass pass)
    {
        if (pass.BoardingPass is not null)
            yield return ("boardingPass", pass.BoardingPass);
        if (pass.Coupon is not null)
            yield return ("coupon", pass.Coupon);
        if (pass.EventTicket is not null)
            yield return ("eventTicket", pass.EventTicket);
        if (pass.Generic is not null)
            yield return ("generic", pass.Generic);
        if (pass.StoreCard is not null)
            yield return ("storeCard", pass.StoreCard);
    }

    private static IEnumerable<(string Name, ValueList<PassField> Fields)> Groups(PassFields fields) =>
    [
        ("headerFields", fields.HeaderFields),
        ("primaryFields", fields.PrimaryFields),
        ("secondaryFields", fields.SecondaryFields),
        ("auxiliaryFields", fields.AuxiliaryFields),
        ("backFields", fields.BackFields),
    ];
}
