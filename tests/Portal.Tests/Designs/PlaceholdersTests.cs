using Portal.Designs;

namespace Portal.Tests.Designs;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("Gate {{gate}}", "Gate A1")]
    [InlineData("{{ gate }}", "A1")]
    [InlineData("{{gate}}{{gate}}", "A1A1")]
    [InlineData("{{other}}", "{{other}}")]
    [InlineData("{{}} {{a", "{{}} {{a")]
    [InlineData("{ {gate} }", "{ {gate} }")]
    [InlineData("", "")]
    public void Expand_FillsWhatItKnowsAndLeavesTheRest(string text, string expected) =>
        Assert.Equal(expected, Placeholders.Expand(text, id => id == "gate" ? "A1" : null));

    [Fact]
    public void Expand_LooksOnlyOnceAtAValue() =>
        Assert.Equal("{{b}}", Placeholders.Expand("{{a}}", id => id == "a" ? "{{b}}" : "never"));

    [Theory]
    [InlineData("{{gate}}", "gate")]
    [InlineData(" {{gate}} ", "gate")]
    [InlineData("{{gate}} ", "gate")]
    [InlineData("Gate {{gate}}", null)]
    [InlineData("{{a}}{{b}}", null)]
    [InlineData("{{a b}}", null)]
    [InlineData("{{}}", null)]
    public void Only_NamesTheFieldOfATextThatIsNothingElse(string text, string? id) => Assert.Equal(id, Placeholders.Only(text));

    [Theory]
    [InlineData("{{}}", "{{}}")]
    [InlineData("x {{a b}} y", "{{a b}}")]
    [InlineData("x {{a", "{{a")]
    [InlineData("{{a\n}", "{{a\n}")]
    public void Split_TellsABrokenPlaceholder(string text, string broken) =>
        Assert.Equal(broken, Assert.Single(Placeholders.Split(text), part => part.Kind is TextPartKind.Broken).Text);
}
