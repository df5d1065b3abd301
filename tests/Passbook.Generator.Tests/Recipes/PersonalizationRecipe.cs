using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class PersonalizationRecipe
{
    [Fact]
    public void A_contactless_card_that_asks_who_takes_it()
    {
        var card = Samples.StoreCard;
        var icons = Samples.Icons;
        var logo = Samples.Png(300, 80);

        // recipe
        var contactless = card with
        {
            Nfc = new PassNfc
            {
                Message = "0042",
                EncryptionPublicKey = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADrCFAKUbtUh7oAnm5drhZKj5+CHO+B5Q0VdF4QTkd17I=",
            },
        };
        var assets = PassAssets.Create(
        [
            .. icons,
            new PassAsset("personalizationLogo@2x.png", logo),
            PassAsset.ForPersonalization(new PassPersonalization
            {
                Description = "Join the programme: every tenth coffee is free.",
                RequiredPersonalizationFields = [PersonalizationField.Name, PersonalizationField.EmailAddress],
            }),
        ]);
        // end

        Assert.DoesNotContain(PassValidator.Validate(contactless, assets), problem => problem.Severity == ProblemSeverity.Error);
        Assert.True(assets.TryGet("personalization.json", out var file));
        Assert.Equal("""
            {"description":"Join the programme: every tenth coffee is free.","requiredPersonalizationFields":["PKPassPersonalizationFieldName","PKPassPersonalizationFieldEmailAddress"]}
            """u8, file.Content.Span);
        Assert.Equal(2, PassJson.DeserializePersonalization(file.Content.Span).RequiredPersonalizationFields.Count);
    }
}
