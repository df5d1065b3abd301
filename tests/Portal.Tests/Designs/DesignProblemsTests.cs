using Passbook.Generator;
using Portal.Data.Designs;
using Portal.Designs;
using Portal.Designs.Starting;

namespace Portal.Tests.Designs;

public sealed class DesignProblemsTests
{
    [Fact]
    public void Find_EveryStartingDesign_HasNoProblemAtAll()
    {
        foreach (var start in StartingDesigns.All)
            Assert.Empty(DesignProblems.Find(start.Document, Assets(start), "Example"));
    }

    [Theory]
    [InlineData("{{constructor}}", "{{constructor}} is no per-pass field of this design.")]
    [InlineData("{{}}", "'{{}}' is no placeholder. Write {{field}} with the id of a per-pass field.")]
    [InlineData("{{a", "'{{a' is no placeholder. Write {{field}} with the id of a per-pass field.")]
    public void Find_APlaceholderThatIsNone_IsAProblemWithItsPlace(string text, string message)
    {
        var problem = Assert.Single(Find(Sample.Design([], Sample.Shown("x", text))), problem => problem.Path.EndsWith(".value", StringComparison.Ordinal));

        Assert.Equal((message, "Secondary field 1 (x), value", true), (problem.Message, problem.Place, problem.IsError));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("&#106;avascript:x")]
    [InlineData("{{name}}")]
    public void Find_ALinkOfAnotherScheme_IsRefused(string address)
    {
        var design = Sample.Design([Sample.Text("name")], Sample.Shown("x", "x") with { AttributedValue = $"<a href=\"{address}\">x</a>" });

        Assert.Contains(Find(design), problem => problem.IsError && problem.Message.StartsWith("The link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.com/{{name}}")]
    [InlineData("mailto:a@example.com")]
    [InlineData("tel:+358401234567")]
    public void Find_AUsualLink_IsFine(string address)
    {
        var design = Sample.Design([Sample.Text("name")], Sample.Shown("x", "x") with { AttributedValue = $"<a href='{address}'>x</a>" });

        Assert.DoesNotContain(Find(design), problem => problem.Message.StartsWith("The link", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_AVeryLongText_IsRefused() =>
        Assert.Contains(Find(Sample.Design([], Sample.Shown("x", new string('x', 500_000)))), problem => problem.IsError && problem.Path.EndsWith("value", StringComparison.Ordinal));

    [Fact]
    public void Find_FieldsThatCannotBeFilled_AreNamed()
    {
        var design = Sample.Design(
        [
            Sample.Text("twice"), Sample.Text("twice"), Sample.Text("No Id"), Sample.Text("nameless") with { Name = " " },
            Sample.Of(FieldKind.Choice, "level"), Sample.Of(FieldKind.Money, "balance") with { Currency = "euro" },
            Sample.Of(FieldKind.Number, "points") with { Default = "many" },
        ]) with { HolderField = "nobody", ExpiryField = "points" };

        var paths = Find(design).Where(problem => problem.IsError).Select(problem => problem.Path).ToList();

        Assert.Subset(
            paths.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
            {
                "$.fields[1]", "$.fields[2]", "$.fields[3]", "$.fields[4]", "$.fields[5]", "$.fields[6]", "$.holderField", "$.expiryField",
            });
    }

    [Fact]
    public void Find_TwoShownFieldsOfOneKey_AreAProblem() =>
        Assert.Contains(Find(Sample.Design([], Sample.Shown("x", "a"), Sample.Shown("x", "b"))), problem => problem is { IsError: true, Place: ['S', 'e', 'c', ..] });

    [Fact]
    public void Find_NoIcon_IsAnErrorAtTheIcon() =>
        Assert.Contains(Find(Sample.Design([])), problem => problem is { IsError: true, Place: "Icon" });

    [Fact]
    public void Find_AnImageThatIsNotStored_IsAnError() =>
        Assert.Contains(
            Find(StartingDesigns.All[0].Document), problem => problem is { IsError: true, Path: "logo@2x.png", Place: "Logo" });

    [Fact]
    public void Find_ColoursTooAlike_AreAWarning()
    {
        var design = Sample.Design([], Sample.Shown("x", "a"));
        design = design with { Pass = design.Pass with { BackgroundColor = new(200, 200, 200), ForegroundColor = new(255, 255, 255) } };

        Assert.Contains(Find(design), problem => !problem.IsError && problem.Place == "Text colour");
    }

    [Fact]
    public void Find_ABarcodeWhoseValueIsThePassesOwn_IsNotJudgedByItsSample()
    {
        var design = Sample.Design([Sample.Text("code")]);
        design = design with { Pass = design.Pass with { Barcodes = [Barcode("{{code}}"), Barcode("one"), new() { Format = BarcodeFormat.Qr, Message = "m" }] } };

        var paths = Find(design).Select(problem => problem.Path).Where(path => path.StartsWith("$.barcodes", StringComparison.Ordinal));

        Assert.Equal("$.barcodes[1].message", Assert.Single(paths));
    }

    [Fact]
    public void Find_AProblemOfAPoster_IsNamedInWords()
    {
        var design = Sample.Design([], Sample.Shown("x", "a"));
        design = design with { Pass = design.Pass with { PosterGeneric = new() { FooterFields = [Sample.Shown("long", new string('x', 70))] } } };

        Assert.Contains(Find(design), problem => !problem.IsError && problem.Place.StartsWith("Footer field 1", StringComparison.Ordinal));
    }

    private static PassBarcode Barcode(string message) => new() { Format = BarcodeFormat.Ean13, Message = message };

    private static IReadOnlyList<DesignProblem> Find(DesignDocument design) => DesignProblems.Find(design, PassAssets.Empty, "Example");

    private static PassAssets Assets(StartingDesign start) => PassAssets.Create(start.Document.Images.Select(
        image => new PassAsset(image.Key, start.Images.First(content => content.Hash == image.Value).Bytes)));
}
