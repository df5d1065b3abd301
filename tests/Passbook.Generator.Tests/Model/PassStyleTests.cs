using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

public sealed class PassStyleTests
{
    private static readonly PassFields Poster = new() { PrimaryFields = [new PassField { Key = "poster", Value = "v" }] };

    [Fact]
    public void Beside_a_poster_the_style_that_every_phone_shows_counts() => Assert.All(Samples.AllStyles, pass =>
    {
        var both = pass with { PosterGeneric = Poster };

        Assert.Equal(pass.Style, both.Style);
        Assert.Equal(pass.Fields, both.Fields);
        Assert.Equal(both, PassJson.Deserialize(PassJson.Serialize(both)));
    });

    [Fact]
    public void A_poster_alone_is_a_poster()
    {
        var pass = Samples.Bare with { PosterGeneric = Poster };

        Assert.Equal((PassStyle.PosterGeneric, Poster), (pass.Style, pass.Fields));
    }

    [Fact]
    public void All_fields_are_those_of_every_group_in_the_order_of_the_pass()
    {
        static ValueList<PassField> Field(string key) => [new PassField { Key = key, Value = "v" }];
        var fields = new PassFields
        {
            FooterFields = Field("7"),
            AdditionalInfoFields = Field("6"),
            BackFields = Field("5"),
            AuxiliaryFields = Field("4"),
            SecondaryFields = Field("3"),
            PrimaryFields = Field("2"),
            HeaderFields = Field("1"),
        };

        Assert.Equal("1234567", string.Concat(fields.All.Select(field => field.Key)));
    }
}
