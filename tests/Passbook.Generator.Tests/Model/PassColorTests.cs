namespace Passbook.Generator.Tests.Model;

public sealed class PassColorTests
{
    [Theory]
    [InlineData("rgb(1, 2, 3)")]
    [InlineData("rgb(1,2,3)")]
    [InlineData(" RGB( 1 , 2 , 3 ) ")]
    [InlineData("#010203")]
    public void Every_form_is_read(string text) => Assert.Equal(new PassColor(1, 2, 3), PassColor.Parse(text));

    [Fact]
    public void Three_digits_are_doubled() => Assert.Equal(new PassColor(0x0A, 0xAA, 0xFF) with { Red = 0 }, PassColor.Parse("#0af"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#12")]
    [InlineData("#12345")]
    [InlineData("#1234567")]
    [InlineData("xx#fffzz")]
    [InlineData("#gggggg")]
    [InlineData("rgb(1, 2)")]
    [InlineData("rgb(1, 2, 3, 4)")]
    [InlineData("rgb(256, 0, 0)")]
    [InlineData("rgb(-1, 0, 0)")]
    [InlineData("rgb(1, 2, 3")]
    [InlineData("rgba(1, 2, 3, 1)")]
    [InlineData("white")]
    public void Anything_else_is_refused(string? text) => Assert.False(PassColor.TryParse(text, out _));

    [Fact]
    public void Parse_says_what_is_wrong() =>
        Assert.Contains("'white' is not a colour", Assert.Throws<FormatException>(() => PassColor.Parse("white")).Message, StringComparison.Ordinal);
}
