using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class CouponRecipe
{
    [Fact]
    public void A_coupon_that_ends_checked_before_a_phone_sees_it()
    {
        var (card, assets, signer, told) = (Samples.Bare, PassAssets.Create(Samples.Icons), Development.Signer, new StringWriter());

        // recipe
        var coupon = card with
        {
            Description = "20 % off",
            Coupon = new PassFields
            {
                PrimaryFields = [new PassField { Key = "offer", Label = "On everything", Value = 0.2m, NumberStyle = NumberStyle.Percent }],
                AuxiliaryFields = [new PassField { Key = "until", Label = "Until", Value = new DateTimeOffset(2030, 12, 31, 23, 59, 0, TimeSpan.FromHours(2)), DateStyle = DateStyle.Medium }],
            },
            ExpirationDate = new DateTimeOffset(2030, 12, 31, 23, 59, 0, TimeSpan.FromHours(2)),
            Locations = [new PassLocation { Latitude = 60.17, Longitude = 24.94, RelevantText = "20 % off, right here" }],
        };
        foreach (var problem in PassValidator.Validate(coupon, assets, signer))
            told.WriteLine($"{problem.Severity} {problem.Path} {problem.Code}: {problem.Message}");
        var used = coupon with { Voided = true };
        // end

        Assert.Equal("", told.ToString());
        Assert.Equal(coupon, used with { Voided = null });
        Assert.Equal(used, PassJson.Deserialize(PassJson.Serialize(used)));
    }
}
