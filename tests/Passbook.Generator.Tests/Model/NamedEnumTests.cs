using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator.Tests.Model;

/// <summary>Names that Apple may give later, and floods of names that nobody gave.</summary>
public sealed class NamedEnumTests
{
    private enum Weather
    {
        [JsonStringEnumMemberName("PKWeatherSun")]
        Sun,

        [JsonStringEnumMemberName("PKWeatherRain")]
        Rain,
    }

    private enum Flooded
    {
        [JsonStringEnumMemberName("PKDry")]
        Dry,
    }

    [Fact]
    public void A_known_name_is_its_value_and_an_unknown_one_has_a_value_of_its_own()
    {
        var (snow, hail) = (NamedEnum<Weather>.ValueOf("PKWeatherSnow"), NamedEnum<Weather>.ValueOf(""));

        Assert.Equal([Weather.Sun, Weather.Rain], [NamedEnum<Weather>.ValueOf("PKWeatherSun"), NamedEnum<Weather>.ValueOf("PKWeatherRain")]);
        Assert.Equal(snow, NamedEnum<Weather>.ValueOf("PKWeatherSnow"));
        Assert.Equal(4, new HashSet<Weather> { Weather.Sun, Weather.Rain, snow, hail }.Count);
        Assert.Equal(["PKWeatherRain", "PKWeatherSnow", ""], [NamedEnum<Weather>.NameOf(Weather.Rain), NamedEnum<Weather>.NameOf(snow), NamedEnum<Weather>.NameOf(hail)]);
        Assert.Null(NamedEnum<Weather>.NameOf((Weather)7));
    }

    [Fact]
    public void A_flood_of_names_fills_no_memory_and_takes_nothing_from_the_known_ones()
    {
        var first = NamedEnum<Flooded>.ValueOf("PKFirst");
        Parallel.For(0, 5000, index => NamedEnum<Flooded>.ValueOf($"PKFlood{index % 2500}"));

        var late = NamedEnum<Flooded>.ValueOf("PKLate");

        Assert.Null(NamedEnum<Flooded>.NameOf(late));
        Assert.False(Enum.IsDefined(late));
        Assert.Equal(late, NamedEnum<Flooded>.ValueOf(new string('x', 101)));
        Assert.Equal((Flooded.Dry, first), (NamedEnum<Flooded>.ValueOf("PKDry"), NamedEnum<Flooded>.ValueOf("PKFirst")));
    }

    [Fact]
    public void A_value_without_a_name_is_not_written() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize((FeaturedActionType)7777, PassJson.Options));
}
