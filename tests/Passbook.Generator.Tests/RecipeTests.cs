using System.Runtime.CompilerServices;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests;

/// <summary>The recipes of the library's README, compiled and run; the README shows the very same lines.</summary>
public sealed class RecipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private CancellationToken CancellationToken { get; } = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Make_a_pass()
    {
        var (icon, icon2x, icon3x) = (Samples.Png(29, 29), Samples.Png(58, 58), Samples.Png(87, 87));
        var certificateFile = Path.Combine(_folder.Path, "coffee.p12");
        var passFile = Path.Combine(_folder.Path, "coffee.pkpass");
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        await File.WriteAllBytesAsync(certificateFile, authority.IssuePassCertificate("pass.com.example.coffee", "A1B2C3D4E5", "secret"), CancellationToken);

        // recipe: a card
        using var signer = PassSigner.FromPkcs12(await File.ReadAllBytesAsync(certificateFile, CancellationToken), "secret");
        var assets = PassAssets.Create(
        [
            new PassAsset("icon.png", icon),
            new PassAsset("icon@2x.png", icon2x),
            new PassAsset("icon@3x.png", icon3x),
            PassAsset.ForLanguage("fi", [new("Balance", "Saldo")]),
        ]);
        var pass = new Pass
        {
            PassTypeIdentifier = signer.PassTypeIdentifier,
            TeamIdentifier = signer.TeamIdentifier,
            SerialNumber = "0042",
            OrganizationName = "Example Coffee",
            Description = "Example Coffee card",
            BackgroundColor = new PassColor(60, 30, 20),
            ForegroundColor = new PassColor(255, 255, 255),
            StoreCard = new PassFields
            {
                PrimaryFields =
                [
                    new PassField { Key = "balance", Label = "Balance", Value = 21.75m, CurrencyCode = "EUR", ChangeMessage = "Your balance is now %@" },
                ],
            },
            Barcodes = [new PassBarcode { Format = BarcodeFormat.Qr, Message = "0042" }],
        };
        await using (var file = File.Create(passFile))
            await PassPackage.WriteAsync(file, pass, assets, signer, CancellationToken);
        // end

        await using var written = File.OpenRead(passFile);
        var opened = await PassPackage.ReadAsync(written, CancellationToken);
        Assert.Empty(opened.Problems);
        Assert.Equal(pass, opened.Pass);
    }

    [Fact]
    public void Change_a_pass_and_check_it()
    {
        var pass = Samples.StoreCard;
        var assets = Samples.Assets;
        var signer = Development.Signer;

        // recipe: a change
        var next = pass with
        {
            ExpirationDate = new DateTimeOffset(2030, 12, 31, 23, 59, 0, TimeSpan.FromHours(2)),
            Voided = true,
            Locations = [.. pass.Locations, new PassLocation { Latitude = 60.17, Longitude = 24.94 }],
        };
        foreach (var problem in PassValidator.Validate(next, assets, signer))
            Console.WriteLine($"{problem.Severity} {problem.Path} {problem.Code}: {problem.Message}");
        // end

        Assert.Empty(PassValidator.Validate(next, assets, signer));
    }

    [Fact]
    public async Task Open_a_pass()
    {
        var passFile = Path.Combine(_folder.Path, "unknown.pkpass");
        await File.WriteAllBytesAsync(passFile, await Samples.PackageAsync(Samples.BoardingPass), CancellationToken);

        // recipe: an unknown package
        await using var file = File.OpenRead(passFile);
        var opened = await PassPackage.ReadAsync(file, CancellationToken);
        var signedBy = opened.Signature?.Certificate.Subject ?? "nobody";
        var gate = opened.Pass?.Fields.All.FirstOrDefault(field => field.Key == "gate")?.Value.Text;
        var isGenuine = opened.Problems.Count == 0;
        // end

        Assert.True(isGenuine);
        Assert.Equal("22", gate);
        Assert.Contains(Development.PassType, signedBy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_shows_these_recipes()
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "../../src/Passbook.Generator/README.md")).ReplaceLineEndings("\n");
        var recipes = File.ReadAllText(Path.Combine(Here(), "RecipeTests.cs")).ReplaceLineEndings("\n").Split("        // recipe: ")[1..4]
            .Select(recipe => recipe[(recipe.IndexOf('\n', StringComparison.Ordinal) + 1)..recipe.IndexOf("        // end", StringComparison.Ordinal)])
            .Select(recipe => recipe.Replace("\n        ", "\n", StringComparison.Ordinal).TrimStart()).ToArray();

        Assert.Equal(3, recipes.Length);
        Assert.All(recipes, recipe => Assert.Contains(recipe, readme, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
