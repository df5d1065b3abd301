using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class LocalizationRecipe
{
    [Fact]
    public void Texts_and_images_of_a_language()
    {
        var pass = Samples.Bare with { StoreCard = new PassFields { PrimaryFields = [new PassField { Key = "balance", Label = "Balance", Value = 7 }] } };
        var icons = Samples.Icons;
        var (finnishLogo, swedishLogo) = (Samples.Png(320, 100), Samples.Png(320, 100));

        // recipe
        var assets = PassAssets.Create(
        [
            .. icons,
            PassAsset.ForLanguage("fi", [new("Balance", "Saldo"), new("Loyalty card", "Kanta-asiakaskortti")]),
            PassAsset.ForLanguage("sv", [new("Balance", "Saldo"), new("Loyalty card", "Kundkort på stället")]),
            // An image of a language must not be among those of all languages too: Wallet would show that one.
            new PassAsset("fi.lproj/logo@2x.png", finnishLogo),
            new PassAsset("sv.lproj/logo@2x.png", swedishLogo),
        ]);
        // end

        Assert.Empty(PassValidator.Validate(pass, assets));
        Assert.True(assets.TryGet("sv.lproj/pass.strings", out var texts));
        Assert.Equal("Kundkort på stället", PassStrings.Read(texts.Content.Span)["Loyalty card"]);
    }
}
