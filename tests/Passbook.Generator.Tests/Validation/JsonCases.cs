using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about the text of a pass.json.</summary>
internal static class JsonCases
{
    private const string Identity = """ "passTypeIdentifier":"p","teamIdentifier":"t","organizationName":"o","description":"d" """;

    public static IEnumerable<RuleCase> All => [.. Keys, .. Kinds, .. Dates];

    private static IEnumerable<RuleCase> Keys =>
    [
        Error(PassProblemCode.PassInvalid, "$", Subject.OfJson("""{ "formatVersion": 1,, }"""), Json("")),
        Error(PassProblemCode.PassInvalid, "$", Subject.OfJson(new string('[', 100)), Json("")),
        Error(PassProblemCode.KeyMissing, "$.serialNumber", Subject.OfJson($$"""{ "formatVersion":1, {{Identity}}, "generic": {} }"""), Json("")),
        Error(PassProblemCode.KeyMissing, "$.generic.backFields[0].value", Field("""{"key":"k"}"""), Field("""{"key":"k","value":""}""")),
        Error(PassProblemCode.KeyMissing, "$.boardingPass.transitType", Style("""boardingPass":{}"""), Style("""boardingPass":{"transitType":"PKTransitTypeBoat"}""")),
        Error(PassProblemCode.KeyDuplicate, "$.logoText", Json(""" "logoText":"a", "logoText":"a" """), Json(""" "logoText":"a" """)),
        Error(PassProblemCode.KeyDuplicate, "$.userInfo.a[1].b", Json(""" "userInfo":{"a":[1,{"b":1,"b":2}]} """), Json(""" "userInfo":{"a":[1,{"b":1},{"b":2}]} """)),
        Error(PassProblemCode.KeyDuplicate, "$.ofTomorrow.b", Json(""" "ofTomorrow":{"b":1,"b":2} """), Json("")),
        Warning(PassProblemCode.KeyUnknown, "$.ofTomorrow", Json(""" "ofTomorrow":{"b":1,"B":2} """), Json(""" "userInfo":{"b":1,"B":2} """)),
        Warning(PassProblemCode.KeyUnknown, "$.backgroundcolor", Json(""" "backgroundcolor":"#fff" """), Json(""" "backgroundColor":"#fff" """)),
        Warning(PassProblemCode.KeyUnknown, "$.style", Json(""" "style":5 """), Json("")),
        Warning(PassProblemCode.KeyUnknown, "$.fields", Json(""" "fields":{} """), Json("")),
        Warning(PassProblemCode.KeyUnknown, "$.barcodes[0].text", Json(""" "barcodes":[{"format":"PKBarcodeFormatQR","message":"m","text":"m"}] """), Json(""" "barcode":{"format":"PKBarcodeFormatQR","message":"m","altText":"m"} """)),
        Error(PassProblemCode.KeyDuplicate, "$.generic.backFields[0].key", Field("""{"key":"k","value":1,"key":"l"}"""), Field("""{"key":"k","value":1}""")),
    ];

    private static IEnumerable<RuleCase> Kinds =>
    [
        Error(PassProblemCode.ColorInvalid, "$.labelColor", Json(""" "labelColor":"xx#fffzz" """), Json(""" "labelColor":"#FfFfFf" """)),
        Error(PassProblemCode.ColorInvalid, "$.labelColor", Json(""" "labelColor":"rgb(0, 0, 256)" """), Json(""" "labelColor":"rgb(0, 0, 255)" """)),
        Error(PassProblemCode.ColorInvalid, "$.semantics.seats[0].seatSectionColor", Json(""" "semantics":{"seats":[{"seatSectionColor":7}]} """), Json(""" "semantics":{"seats":[{"seatSectionColor":"#777"}]} """)),
        Error(PassProblemCode.ValueInvalid, "$.maxDistance", Json(""" "maxDistance":"100" """), Json(""" "maxDistance":100 """)),
        Error(PassProblemCode.ValueInvalid, "$.formatVersion", Subject.OfJson($$"""{ "formatVersion":"1", "serialNumber":"s", {{Identity}}, "generic": {} }"""), Json("")),
        Error(PassProblemCode.ValueInvalid, "$.voided", Json(""" "voided":"true" """), Json(""" "voided":true """)),
        Error(PassProblemCode.ValueInvalid, "$.barcodes", Json(""" "barcodes":{} """), Json(""" "barcodes":[] """)),
        Error(PassProblemCode.ValueInvalid, "$.barcodes[0]", Json(""" "barcodes":[null] """), Json(""" "barcodes":null """)),
        Error(PassProblemCode.ValueInvalid, "$.nfc", Json(""" "nfc":true """), Json(""" "nfc":null """)),
        Error(PassProblemCode.ValueInvalid, "$.serialNumber", Subject.OfJson($$"""{ "formatVersion":1, "serialNumber":42, {{Identity}}, "generic": {} }"""), Json("")),
        Error(PassProblemCode.ValueInvalid, "$.description", Subject.OfJson(JsonText("").Replace("\"d\"", "null", StringComparison.Ordinal)), Json("")),
        Error(PassProblemCode.ValueInvalid, "$.expirationDate", Json(""" "expirationDate":1798761600 """), Json(""" "expirationDate":"2030-01-01T00:00Z" """)),
        Error(PassProblemCode.ValueInvalid, "$.webServiceURL", Json(""" "webServiceURL":1,"authenticationToken":"0123456789abcdef" """), Json(""" "webServiceURL":"https://a.example","authenticationToken":"0123456789abcdef" """)),
        Error(PassProblemCode.ValueInvalid, "$.generic.backFields[0].value", Field("""{"key":"k","value":[1]}"""), Field("""{"key":"k","value":1}""")),
        Error(PassProblemCode.ValueInvalid, "$.generic.backFields[0].value", Field("""{"key":"k","value":null}"""), Field("""{"key":"k","value":"null"}""")),
        Error(PassProblemCode.ValueInvalid, "$.generic.backFields[0].dateStyle", Field("""{"key":"k","value":"2030-01-01T00:00Z","dateStyle":2}"""), Field("""{"key":"k","value":"2030-01-01T00:00Z","dateStyle":"PKDateStyleMedium"}""")),
        Error(PassProblemCode.ValueInvalid, "$.beacons[0].proximityUUID", Beacon(""" "proximityUUID":"a" """), Beacon(""" "proximityUUID":"5a4bcfce-174e-4bac-a814-092e77f6b7e5" """)),
        Error(PassProblemCode.ValueInvalid, "$.beacons[0].major", Beacon(""" "proximityUUID":"5a4bcfce-174e-4bac-a814-092e77f6b7e5","major":65536 """), Beacon(""" "proximityUUID":"5a4bcfce-174e-4bac-a814-092e77f6b7e5","major":65535 """)),
        Error(PassProblemCode.ValueInvalid, "$.semantics.flightNumber", Json(""" "semantics":{"flightNumber":"911"} """), Json(""" "semantics":{"flightNumber":911} """)),
        Error(PassProblemCode.ValueUnknown, "$.barcodes[0].format", Json(""" "barcodes":[{"format":"PKBarcodeFormatMaxi","message":"m"}] """), Json(""" "barcodes":[{"format":"PKBarcodeFormatQR","message":"m"}] """)),
        Error(PassProblemCode.DateInvalid, "$.expirationDate", Json(""" "expirationDate":"2030-01-01T00:00" """), Json(""" "expirationDate":"2030-01-01T00:00:00+05:30" """)),
        Error(PassProblemCode.DateInvalid, "$.relevantDate", Json(""" "relevantDate":"2030-01-01T00:00:00+0530" """), Json(""" "relevantDate":"2030-01-01T00:00:00.25-05:30" """)),
    ];

    public static Subject Json(string members) => Subject.OfJson(JsonText(members));

    private static string JsonText(string members) =>
        $$"""{ "formatVersion":1, "serialNumber":"s", {{Identity}}, "generic": {} {{(members.Length > 0 ? "," : "")}} {{members}} }""";

    private static IEnumerable<RuleCase> Dates =>
    [
        Warning(PassProblemCode.RelevantDateOneSpelling, "$.relevantDates[0]", Relevant("date"), Relevant("date", "relevantDate")),
        Warning(PassProblemCode.RelevantDateOneSpelling, "$.relevantDates[0]", Relevant("relevantDate"), Relevant("startDate", "endDate")),
    ];

    private static Subject Relevant(params string[] keys)
    {
        var members = keys.Select(key => $"""
            "{key}":"2030-01-01T00:00:00Z"
            """);
        return Json($$""" "relevantDates":[{ {{string.Join(',', members)}} }] """);
    }

    private static Subject Style(string style) => Subject.OfJson($$"""{ "formatVersion":1, "serialNumber":"s", {{Identity}}, "{{style}} }""");

    private static Subject Field(string field) => Style($$"""generic":{"backFields":[{{field}}]}""");

    private static Subject Beacon(string members) => Json($$""" "beacons":[{ {{members}} }] """);
}
