using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class PosterRecipe
{
    [Fact]
    public void A_poster_beside_a_generic_pass()
    {
        var card = Samples.Bare;

        // recipe
        var member = new PassField { Key = "member", Label = "Member", Value = "Aino" };
        var membership = card with
        {
            Generic = new PassFields { PrimaryFields = [member] },
            PosterGeneric = new PassFields
            {
                PrimaryFields = [member with { Key = "posterMember" }],
                FooterFields = [new PassField { Key = "since", Label = "Since", Value = "2020" }],
            },
            FeaturedActions =
            [
                new FeaturedAction { Identifier = "shop", Type = FeaturedActionType.Shop, Url = new Uri("https://gym.example/shop") },
                new FeaturedAction { Identifier = "where", Type = FeaturedActionType.Place, PlaceIdentifier = "IB452E0A3979253B0" },
            ],
        };
        var shownBeforeIos27 = membership.Style;
        // end

        Assert.Equal(PassStyle.Generic, shownBeforeIos27);
        Assert.DoesNotContain(PassValidator.Validate(membership, signer: Development.Signer), problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(membership, PassJson.Deserialize(PassJson.Serialize(membership)));
    }
}
