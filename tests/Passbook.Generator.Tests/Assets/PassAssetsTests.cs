using System.Text;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Assets;

public sealed class PassAssetsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/icon.png")]
    [InlineData("../icon.png")]
    [InlineData("fi.lproj/../icon.png")]
    [InlineData("fi.lproj\\icon.png")]
    [InlineData("C:icon.png")]
    [InlineData("fi.lproj/")]
    [InlineData("images/icon.png")]
    [InlineData("fi.lproj/more/icon.png")]
    [InlineData("pass.json")]
    [InlineData("Manifest.json")]
    [InlineData("signature")]
    public void A_name_that_is_no_file_of_a_pass_is_refused(string name)
    {
        var refusal = Assert.Throws<ArgumentException>(() => PassAssets.Create([new PassAsset(name, new byte[1])]));

        Assert.Contains($"'{name}'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("fi/sv")]
    [InlineData("fi:")]
    public void A_language_that_is_no_folder_is_refused(string language) =>
        Assert.Equal("language", Assert.Throws<ArgumentException>(() => PassAsset.ForLanguage(language, [])).ParamName);

    [Theory]
    [InlineData("icon.png", "icon.png", "'icon.png' is there twice")]
    [InlineData("icon.png", "Icon.png", "'Icon.png' and 'icon.png' are one name")]
    public void Two_files_of_one_name_are_refused(string one, string other, string sentence) => Assert.Contains(
        sentence, Assert.Throws<ArgumentException>(() => PassAssets.Create([new PassAsset(one, new byte[1]), new PassAsset(other, new byte[1])])).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_are_found_by_name_and_listed_in_order()
    {
        Assert.True(Samples.Assets.TryGet("icon@2x.png", out var icon));
        Assert.Equal(Samples.Png(58, 58), icon.Content.ToArray());
        Assert.False(Samples.Assets.TryGet("ICON@2x.png", out _));
        Assert.Equal("fi.lproj/pass.strings icon.png icon@2x.png icon@3x.png logo@2x.png", string.Join(' ', Samples.Assets.Files.Select(file => file.Name)));
    }

    [Fact]
    public void What_happens_to_the_bytes_afterwards_does_not_matter()
    {
        var bytes = Encoding.ASCII.GetBytes("before");
        var assets = PassAssets.Create([new PassAsset("icon.png", bytes)]);
        bytes[0] = 0;

        Assert.Equal("before"u8.ToArray(), assets.Files[0].Content.ToArray());
    }

    [Fact]
    public void There_may_be_no_files() => Assert.Empty(PassAssets.Empty.Files);
}
