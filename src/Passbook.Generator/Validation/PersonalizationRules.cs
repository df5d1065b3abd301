namespace Passbook.Generator;

/// <summary>Rules about passes that become personal when they are added.</summary>
internal static class PersonalizationRules
{
    public static void Check(Pass pass, PersonalizationFacts facts, ProblemList problems)
    {
        if (facts is { HasForm: false, HasLogo: false })
            return;
        if (!facts.HasForm)
            problems.Error(PersonalizationFacts.FileName, PassProblemCode.PersonalizationIncomplete, $"There is a logo for a form that asks for the holder's data, but no form: add {PersonalizationFacts.FileName}, or remove the logo.");
        else if (!facts.HasLogo)
            problems.Error("personalizationLogo@2x.png", PassProblemCode.PersonalizationIncomplete, "The form that asks for the holder's data has no logo: add personalizationLogo@2x.png and personalizationLogo@3x.png, or remove the form.");
        if (pass.Nfc is null)
            problems.Error("$.nfc", PassProblemCode.PersonalizationWithoutNfc, "Only a pass for contactless readers may ask for its holder's data: add what it says to them, or remove the form and its logo.");
        // Where the answers go is known from Apple's archived guide only.
        if (pass.WebServiceUrl is null)
            problems.Warning("$.webServiceURL", PassProblemCode.PersonalizationWithoutService, "What the holder fills in has nowhere to go: add the address of the web service.");
    }
}
