using Passbook.Generator;

namespace Portal.Designs;

/// <summary>The places fields stand in.</summary>
public enum FieldSection
{
    Header,
    Primary,
    Secondary,
    Auxiliary,
    Back,
}

/// <summary>Reads and replaces the fields of a place.</summary>
public static class FieldSections
{
    public static readonly IReadOnlyList<FieldSection> All = Enum.GetValues<FieldSection>();

    public static ValueList<PassField> In(this PassFields fields, FieldSection section) => section switch
    {
        FieldSection.Header => fields.HeaderFields,
        FieldSection.Primary => fields.PrimaryFields,
        FieldSection.Secondary => fields.SecondaryFields,
        FieldSection.Auxiliary => fields.AuxiliaryFields,
        _ => fields.BackFields,
    };

    /// <summary>The pass with other fields in one place.</summary>
    public static Pass With(this Pass pass, FieldSection section, ValueList<PassField> fields) => pass with
    {
        BoardingPass = Replace(pass.BoardingPass, section, fields),
        Coupon = Replace(pass.Coupon, section, fields),
        EventTicket = Replace(pass.EventTicket, section, fields),
        Generic = Replace(pass.Generic, section, fields),
        StoreCard = Replace(pass.StoreCard, section, fields),
    };

    /// <summary>What stands there, for whoever fills it.</summary>
    public static string Hint(FieldSection section, PassStyle style) => (section, style) switch
    {
        (FieldSection.Header, _) => "At the top right; seen in the stack of passes too",
        (FieldSection.Primary, PassStyle.BoardingPass) => "The two large ones: from and to",
        (FieldSection.Primary, _) => "The large one",
        (FieldSection.Auxiliary, PassStyle.BoardingPass) => "Between the large ones and the secondary fields",
        (FieldSection.Back, _) => "Behind the i; as much text as you like",
        _ => "Below the large one",
    };

    private static T? Replace<T>(T? all, FieldSection section, ValueList<PassField> fields)
        where T : PassFields => (all, section) switch
        {
            (null, _) => null,
            (_, FieldSection.Header) => all with { HeaderFields = fields },
            (_, FieldSection.Primary) => all with { PrimaryFields = fields },
            (_, FieldSection.Secondary) => all with { SecondaryFields = fields },
            (_, FieldSection.Auxiliary) => all with { AuxiliaryFields = fields },
            _ => all with { BackFields = fields },
        };
}
