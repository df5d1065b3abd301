namespace Passbook.Generator.Tests.Support;

internal static class Packages
{
    public static byte[] Write(Pass pass, PassAssets assets, PassSigner? signer = null)
    {
        using var package = PassPackage.Seal(pass, assets, signer ?? Development.Signer);
        var output = new MemoryStream();
        var written = package.WriteAsync(output, TestContext.Current.CancellationToken);
        Assert.True(written.IsCompletedSuccessfully);
        return output.ToArray();
    }
}
