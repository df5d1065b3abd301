using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about fields.</summary>
internal static class FieldCases
{
    private static readonly DateTimeOffset Date = new(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));

    private static PassField Text => new() { Key = "k", Value = "May" };

    private static PassField Number => new() { Key = "k", Value = 1 };

    private static PassField Moment => new() { Key = "k", Value = Date };

    public static IEnumerable<RuleCase> All => [.. Keys, .. Formats, .. Places, .. Texts, .. Counts];

    private static IEnumerable<RuleCase> Keys =>
    [
        Error(PassProblemCode.FieldKeyEmpty, "$.generic.primaryFields[0].key", Primary(Text with { Key = "" }), Primary(Text)),
        Error(
            PassProblemCode.FieldKeyDuplicate, "$.generic.backFields[0].key",
            Generic(new() { PrimaryFields = [Text], BackFields = [Number] }),
            Generic(new() { PrimaryFields = [Text], BackFields = [Number with { Key = "K" }] })),
    ];

    private static IEnumerable<RuleCase> Formats =>
    [
        OfPrimary(true, PassProblemCode.CurrencyInvalid, "currencyCode", Text with { CurrencyCode = "EUR" }, Number with { CurrencyCode = "EUR" }),
        OfPrimary(true, PassProblemCode.CurrencyInvalid, "currencyCode", Number with { CurrencyCode = "€" }, Number with { CurrencyCode = "XCG" }),
        OfPrimary(true, PassProblemCode.CurrencyInvalid, "currencyCode", Number with { CurrencyCode = "eur" }, Number with { CurrencyCode = "ZWG" }),
        OfPrimary(false, PassProblemCode.CurrencyUnknown, "currencyCode", Number with { CurrencyCode = "EUO" }, Number with { CurrencyCode = "HRK" }),
        OfPrimary(true, PassProblemCode.NumberStyleInvalid, "numberStyle", Text with { NumberStyle = NumberStyle.Decimal }, Number with { NumberStyle = NumberStyle.Decimal }),
        OfPrimary(true, PassProblemCode.NumberStyleInvalid, "numberStyle", Number with { NumberStyle = NumberStyle.Decimal, CurrencyCode = "EUR" }, Number with { CurrencyCode = "EUR" }),
        OfPrimary(true, PassProblemCode.DateStyleInvalid, "dateStyle", Text with { DateStyle = DateStyle.Short }, Moment with { DateStyle = DateStyle.Short }),
        OfPrimary(true, PassProblemCode.DateStyleInvalid, "dateStyle", Text with { Value = "2027-05-01T18:30:00", DateStyle = DateStyle.Short }, Moment with { Value = "2027-05-01T18:30Z", DateStyle = DateStyle.Short }),
        OfPrimary(true, PassProblemCode.DateStyleInvalid, "timeStyle", Number with { TimeStyle = DateStyle.Short }, Moment with { TimeStyle = DateStyle.Short }),
        OfPrimary(true, PassProblemCode.DateStyleInvalid, "isRelative", Number with { IsRelative = true }, Moment with { IsRelative = true }),
        OfPrimary(true, PassProblemCode.DateStyleInvalid, "ignoresTimeZone", Number with { IgnoresTimeZone = true }, Moment with { IgnoresTimeZone = true }),
        OfPrimary(true, PassProblemCode.ValueUnknown, "dateStyle", Moment with { DateStyle = (DateStyle)5 }, Moment with { DateStyle = DateStyle.Full }),
        OfPrimary(true, PassProblemCode.ValueUnknown, "timeStyle", Moment with { TimeStyle = (DateStyle)(-1) }, Moment with { TimeStyle = DateStyle.None }),
        OfPrimary(true, PassProblemCode.ValueUnknown, "numberStyle", Number with { NumberStyle = (NumberStyle)4 }, Number with { NumberStyle = NumberStyle.SpellOut }),
        Error(
            PassProblemCode.ValueUnknown, "$.generic.secondaryFields[0].textAlignment",
            Generic(new() { SecondaryFields = [Text with { TextAlignment = (TextAlignment)4 }] }),
            Generic(new() { SecondaryFields = [Text with { TextAlignment = TextAlignment.Natural }] })),
        Error(
            PassProblemCode.ValueUnknown, "$.generic.backFields[0].dataDetectorTypes",
            Back(Text with { DataDetectorTypes = [DataDetectorType.Link, (DataDetectorType)4] }),
            Back(Text with { DataDetectorTypes = [DataDetectorType.Link, DataDetectorType.CalendarEvent] })),
    ];

    private static IEnumerable<RuleCase> Places =>
    [
        OfPrimary(false, PassProblemCode.ChangeMessageWithoutValue, "changeMessage", Text with { ChangeMessage = "Changed to % @" }, Text with { ChangeMessage = "%@" }),
        Warning(PassProblemCode.DetectorsOnFront, "$.generic.primaryFields[0].dataDetectorTypes", Primary(Text with { DataDetectorTypes = [] }), Back(Text with { DataDetectorTypes = [] })),
        Warning(
            PassProblemCode.AlignmentIgnored, "$.generic.primaryFields[0].textAlignment",
            Primary(Text with { TextAlignment = TextAlignment.Left }),
            Generic(new() { HeaderFields = [Text with { TextAlignment = TextAlignment.Left }] })),
        Warning(
            PassProblemCode.AlignmentIgnored, "$.generic.backFields[0].textAlignment",
            Back(Text with { TextAlignment = TextAlignment.Right }),
            Generic(new() { AuxiliaryFields = [Text with { TextAlignment = TextAlignment.Right }] })),
        Error(PassProblemCode.RowInvalid, "$.generic.primaryFields[0].row", Primary(Text with { Row = 0 }), Ticket(Text with { Row = 0 })),
        Error(PassProblemCode.RowInvalid, "$.eventTicket.auxiliaryFields[0].row", Ticket(Text with { Row = 2 }), Ticket(Text with { Row = 1 })),
    ];

    private static IEnumerable<RuleCase> Texts =>
    [
        OfPrimary(false, PassProblemCode.TextLong, "value", Text with { Value = new string('x', 61) }, Text with { Value = new string('x', 60) }),
        OfPrimary(false, PassProblemCode.TextLong, "label", Text with { Label = new string('x', 41) }, Text with { Label = new string('x', 40) }),
        OfPrimary(false, PassProblemCode.TextLong, "changeMessage", Text with { ChangeMessage = "%@" + new string('x', 177) }, Text with { ChangeMessage = "%@" + new string('x', 176) }),
        Warning(
            PassProblemCode.TextLong, "$.generic.headerFields[0].value",
            Generic(new() { HeaderFields = [Text with { Value = new string('x', 26) }] }),
            Generic(new() { HeaderFields = [Text with { Value = new string('x', 25) }], BackFields = [new() { Key = "b", Label = new string('x', 100), Value = new string('x', 5000) }] })),
        OfPrimary(false, PassProblemCode.AttributedValueTag, "attributedValue", Text with { AttributedValue = "May<br>" }, Text with { AttributedValue = "1 < 2, <3 & <a href='tel:+3581'>May</a>" }),
        OfPrimary(false, PassProblemCode.AttributedValueTag, "attributedValue", Text with { AttributedValue = "<a name=\"x\">" }, Text with { AttributedValue = "<A  HREF = \"https://a.example/?q=1&amp;r='2'\" >May</A >" }),
        OfPrimary(false, PassProblemCode.AttributedValueTag, "attributedValue", Text with { AttributedValue = "<a href=\"https://a.example\" target=\"_blank\">" }, Text with { AttributedValue = "<a href=https://a.example>May</a>" }),
        OfPrimary(false, PassProblemCode.AttributedValueLink, "attributedValue", Text with { AttributedValue = "<a href=\"javascript:alert(1)\">May</a>" }, Text with { AttributedValue = "<a href=\"mailto:a@a.example\">May</a>" }),
        OfPrimary(false, PassProblemCode.AttributedValueLink, "attributedValue", Text with { AttributedValue = "<a href=\"www.a.example\">May</a>" }, Text with { AttributedValue = "<a href=\"http://www.a.example\">May</a>" }),
    ];

    private static IEnumerable<RuleCase> Counts =>
    [
        TooMany("boardingPass.headerFields", 3, fields => Boarding(new() { TransitType = TransitType.Bus, HeaderFields = fields })),
        TooMany("boardingPass.primaryFields", 2, fields => Boarding(new() { TransitType = TransitType.Bus, PrimaryFields = fields })),
        TooMany("boardingPass.auxiliaryFields", 5, fields => Boarding(new() { TransitType = TransitType.Bus, AuxiliaryFields = fields })),
        TooMany("boardingPass.secondaryFields", 4, fields => Boarding(new() { TransitType = TransitType.Bus, SecondaryFields = fields })),
        TooMany("coupon.headerFields", 3, fields => Samples.Bare with { Coupon = new() { HeaderFields = fields } }),
        TooMany("coupon.primaryFields", 1, fields => Samples.Bare with { Coupon = new() { PrimaryFields = fields } }),
        TooMany("coupon.secondaryFields", 4, fields => Samples.Bare with { Coupon = new() { AuxiliaryFields = fields } }),
        TooMany("storeCard.primaryFields", 1, fields => Samples.Bare with { StoreCard = new() { PrimaryFields = fields } }),
        TooMany("storeCard.secondaryFields", 3, fields => Samples.Bare with { StoreCard = new() { SecondaryFields = fields, AuxiliaryFields = [Text] } }),
        TooMany("eventTicket.primaryFields", 1, fields => Samples.Bare with { EventTicket = new() { PrimaryFields = fields } }),
        TooMany("eventTicket.secondaryFields", 4, fields => Samples.Bare with { EventTicket = new() { SecondaryFields = fields } }),
        TooMany("eventTicket.auxiliaryFields", 4, fields => Samples.Bare with { EventTicket = new() { AuxiliaryFields = [Text with { Row = 1 }, .. fields] } }),
        TooMany("generic.primaryFields", 1, fields => Generic(new() { PrimaryFields = fields })),
        TooMany("generic.secondaryFields", 4, fields => Generic(new() { SecondaryFields = fields, AuxiliaryFields = [Text] })),
        TooMany("generic.auxiliaryFields", 4, fields => Generic(new() { AuxiliaryFields = fields, SecondaryFields = [Text] })),
        TooMany("generic.secondaryFields", 3, fields => Generic(new() { SecondaryFields = fields, AuxiliaryFields = [Text] }) with { Barcodes = [new() { Format = BarcodeFormat.Aztec, Message = "m" }] }),
    ];

    private static RuleCase OfPrimary(bool isError, string code, string key, PassField broken, PassField kept) =>
        new(code, $"$.generic.primaryFields[0].{key}", isError ? ProblemSeverity.Error : ProblemSeverity.Warning, Primary(broken), Primary(kept));

    private static RuleCase TooMany(string place, int most, Func<ValueList<PassField>, Pass> make) =>
        Warning(PassProblemCode.FieldsTooMany, $"$.{place}", make(Fields(most + 1)), make(Fields(most)));

    private static ValueList<PassField> Fields(int count) => Enumerable.Range(0, count).Select(index => new PassField { Key = $"k{index}", Value = index }).ToValueList();

    private static Pass Generic(PassFields fields) => Samples.Generic with { Generic = fields };

    private static Pass Primary(PassField field) => Generic(new() { PrimaryFields = [field] });

    private static Pass Back(PassField field) => Generic(new() { BackFields = [field] });

    private static Pass Ticket(PassField field) => Samples.Bare with { EventTicket = new() { AuxiliaryFields = [field] } };

    private static Pass Boarding(BoardingPassFields fields) => Samples.Bare with { BoardingPass = fields };
}
