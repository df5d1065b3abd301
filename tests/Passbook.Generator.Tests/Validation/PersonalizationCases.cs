using System.Text;
using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about passes that become personal when they are added.</summary>
internal static class PersonalizationCases
{
    private const string Form = """{"description":"Join","requiredPersonalizationFields":["PKPassPersonalizationFieldName"]}""";

    private static readonly PassAsset Logo = new("personalizationLogo@2x.png", Samples.Png(300, 80));

    private static Pass Card => Samples.StoreCard with { Nfc = new() { Message = "m", EncryptionPublicKey = ServiceCases.Key } };

    public static IEnumerable<RuleCase> All =>
    [
        Broken("{}"),
        Broken("[]"),
        Broken("{"),
        Broken("null"),
        Broken(Form.Replace("Join", "", StringComparison.Ordinal)),
        Broken(Form.Replace("\"PKPassPersonalizationFieldName\"", "", StringComparison.Ordinal)),
        Broken(Form.Replace("FieldName", "FieldShoeSize", StringComparison.Ordinal)),
        Error(PassProblemCode.PersonalizationIncomplete, "personalization.json", With(Card, Logo), With(Card, Logo, File(Form))),
        Error(PassProblemCode.PersonalizationIncomplete, "personalizationLogo@2x.png", With(Card, File(Form)), With(Card)),
        Error(PassProblemCode.PersonalizationWithoutNfc, "$.nfc", With(Card with { Nfc = null }, Logo, File(Form)), With(Card with { Nfc = null })),
        Warning(
            PassProblemCode.PersonalizationWithoutService, "$.webServiceURL",
            With(Card with { WebServiceUrl = null, AuthenticationToken = null }, Logo, File(Form)), With(Card, Logo, File(Form))),
        Warning(
            PassProblemCode.ImageSize, "personalizationLogo@2x.png",
            With(Card, File(Form), new("personalizationLogo@2x.png", Samples.Png(301, 80))), With(Card, File(Form), Logo)),
    ];

    private static RuleCase Broken(string form) => Error(PassProblemCode.PersonalizationInvalid, "personalization.json", With(Card, Logo, File(form)), With(Card, Logo, File(Form)));

    private static Subject With(Pass pass, params PassAsset[] files) => Subject.With(pass, [.. FileCases.Icons, .. files]);

    private static PassAsset File(string json) => new("personalization.json", Encoding.UTF8.GetBytes(json));
}
