using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class StoreCardRecipe : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private CancellationToken CancellationToken { get; } = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Make_a_pass()
    {
        var (icon, icon2x, icon3x) = (Samples.Png(38, 38), Samples.Png(76, 76), Samples.Png(114, 114));
        var certificateFile = Path.Combine(_folder.Path, "coffee.p12");
        var passFile = Path.Combine(_folder.Path, "coffee.pkpass");
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        await File.WriteAllBytesAsync(certificateFile, authority.IssuePassCertificate("pass.com.example.coffee", "A1B2C3D4E5", "secret"), CancellationToken);

        // recipe
        using var signer = PassSigner.FromPkcs12(await File.ReadAllBytesAsync(certificateFile, CancellationToken), "secret");
        var assets = PassAssets.Create(
        [
            new PassAsset("icon.png", icon),
            new PassAsset("icon@2x.png", icon2x),
            new PassAsset("icon@3x.png", icon3x),
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

    public void Dispose() => _folder.Dispose();
}
