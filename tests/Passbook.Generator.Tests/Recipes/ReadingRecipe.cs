using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class ReadingRecipe : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Open_a_pass_from_anyone()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var passFile = Path.Combine(_folder.Path, "unknown.pkpass");
        await File.WriteAllBytesAsync(passFile, await Samples.PackageAsync(Samples.BoardingPass), cancellationToken);

        var root = Development.Authority.Root;

        // recipe
        await using var file = File.OpenRead(passFile);
        var opened = await PassPackage.ReadAsync(file, new PassReadOptions { TrustedRoots = [root] }, cancellationToken);
        var gate = opened.Pass?.Fields.All.FirstOrDefault(field => field.Key == "gate")?.Value.Text;
        var signedBy = opened.Signature?.Certificate.Subject ?? "nobody";
        var isGenuine = opened.Problems.Count == 0;
        // end

        Assert.True(isGenuine);
        Assert.Equal("22", gate);
        Assert.Contains(Development.PassType, signedBy, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
