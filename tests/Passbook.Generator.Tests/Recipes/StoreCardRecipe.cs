using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class StoreCardRecipe : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _elsewhere = new();

    [Fact]
    public async Task Make_a_pass()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        foreach (var icon in Samples.Icons)
            _folder.Write(icon.Name, icon.Content.ToArray());
        var imageFolder = _folder.Path;
        var certificateFile = Path.Combine(_elsewhere.Path, "coffee.p12");
        var passFile = Path.Combine(_elsewhere.Path, "coffee.pkpass");
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        await File.WriteAllBytesAsync(certificateFile, authority.IssuePassCertificate("pass.com.example.coffee", "A1B2C3D4E5", "secret"), cancellationToken);

        // recipe
        using var signer = PassSigner.FromPkcs12(await File.ReadAllBytesAsync(certificateFile, cancellationToken), "secret");
        var assets = await PassAssets.LoadAsync(imageFolder, cancellationToken); // icon.png, icon@2x.png, fi.lproj/pass.strings ...
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
            await PassPackage.WriteAsync(file, pass, assets, signer, cancellationToken);
        // end

        await using var written = File.OpenRead(passFile);
        var opened = await PassPackage.ReadAsync(written, cancellationToken);
        Assert.Empty(opened.Problems);
        Assert.Equal(pass, opened.Pass);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }
}
