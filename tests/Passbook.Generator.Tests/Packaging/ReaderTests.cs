using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Packaging;

/// <summary>Everything that can be wrong with a package is told, and what can be read is given.</summary>
public sealed class ReaderTests
{
    [Fact]
    public async Task A_package_of_another_maker_opens()
    {
        var opened = await ReadAsync(new PackageBuilder(Samples.StoreCard).Build());

        Assert.Empty(opened.Problems);
        Assert.Equal(Samples.StoreCard, opened.Pass);
    }

    [Theory]
    [InlineData("pass.json")]
    [InlineData("manifest.json")]
    [InlineData("signature")]
    public async Task A_file_every_package_has_is_missing(string name)
    {
        var opened = await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files.Remove(name) }.Build());

        Has(opened, name, PassProblemCode.FileMissing);
        Assert.Equal(name == "pass.json", opened.Pass is null);
    }

    [Fact]
    public async Task Everything_is_in_a_folder() =>
        Has(await ReadAsync(new PackageBuilder(Samples.Coupon) { Folder = "Coupon.pass/" }.Build()), "Coupon.pass/pass.json", PassProblemCode.TopFolder);

    [Fact]
    public async Task A_file_was_changed()
    {
        var opened = await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files["icon.png"] = Samples.Png(30, 30) }.Build());

        Only(opened, "icon.png", PassProblemCode.HashDiffers);
        Assert.Equal(Samples.Coupon, opened.Pass);
    }

    [Fact]
    public async Task A_file_was_added() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files["strip.png"] = [1] }.Build()), "strip.png", PassProblemCode.ManifestLacksFile);

    [Fact]
    public async Task A_file_was_removed() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files.Remove("icon.png") }.Build()), "icon.png", PassProblemCode.ManifestFileMissing);

    [Theory]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"pass.json\":1}")]
    [InlineData("{\"pass.json\":{\"sha1\":\"\"}}")]
    [InlineData("{\"a\":\"b\",\"a\":\"b\"}")]
    [InlineData("{\"\\ud800\":\"b\"}")]
    public async Task The_manifest_is_none(string manifest) =>
        Has(await ReadAsync(new PackageBuilder(Samples.Coupon) { Manifest = _ => manifest }.Build()), "manifest.json", PassProblemCode.ManifestInvalid);

    [Fact]
    public async Task The_manifest_was_changed_after_it_was_signed()
    {
        var opened = await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files["manifest.json"] = [.. files["manifest.json"], (byte)' '] }.Build());

        Only(opened, "signature", PassProblemCode.SignatureWrong);
    }

    [Fact]
    public async Task The_signature_is_none() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { Afterwards = files => files["signature"] = [1, 2, 3] }.Build()), "signature", PassProblemCode.SignatureInvalid);

    [Fact]
    public async Task The_signature_does_not_say_when() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { SigningTime = null }.Build()), "signature", PassProblemCode.SigningTimeMissing);

    [Fact]
    public async Task The_intermediate_is_missing() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { Others = [] }.Build()), "signature", PassProblemCode.IntermediateMissing);

    [Fact]
    public async Task The_certificate_is_missing() =>
        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { WithCertificate = false }.Build()), "signature", PassProblemCode.CertificateMissing);

    [Fact]
    public async Task The_certificate_is_not_for_passes()
    {
        using var certificate = Certificates.NotForPasses();

        Only(await ReadAsync(new PackageBuilder(Samples.Coupon) { Certificate = certificate }.Build()), "signature", PassProblemCode.CertificateWrong);
    }

    [Fact]
    public async Task The_certificate_is_of_another_pass_type_and_team()
    {
        using var certificate = Certificates.WithSubject("UID=pass.other,OU=OTHER", "pass.other");

        var opened = await ReadAsync(new PackageBuilder(Samples.Coupon) { Certificate = certificate }.Build());

        Has(opened, "$.passTypeIdentifier", PassProblemCode.PassTypeDiffers);
        Has(opened, "$.teamIdentifier", PassProblemCode.TeamDiffers);
        Assert.Equal(2, opened.Problems.Count);
    }

    [Theory]
    [InlineData(4000, PassProblemCode.CertificateExpired)]
    [InlineData(-4000, PassProblemCode.CertificateNotYetValid)]
    public async Task The_certificates_are_out_of_their_time(int days, string code)
    {
        var options = new PassReadOptions { Clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days)) };

        var opened = await ReadAsync(await Samples.PackageAsync(Samples.Coupon), options);

        Assert.Equal([code, code], opened.Problems.Select(problem => problem.Code).ToArray());
    }

    [Fact]
    public async Task The_root_is_not_trusted()
    {
        using var other = DevelopmentAuthority.Create(TimeProvider.System);

        Only(await ReadAsync(await Samples.PackageAsync(Samples.Coupon), new PassReadOptions { TrustedRoots = [other.Root] }), "signature", PassProblemCode.CertificateUntrusted);
    }

    [Fact]
    public async Task Pass_json_is_none_and_its_place_is_told()
    {
        var package = new PackageBuilder(Samples.Coupon);
        package.Files["pass.json"] = "{\"coupon\":{\"primaryFields\":[{\"key\":1}]}}"u8.ToArray();

        var opened = await ReadAsync(package.Build());

        Only(opened, "$.coupon.primaryFields[0].key", PassProblemCode.PassInvalid);
        Assert.Null(opened.Pass);
        Assert.NotNull(opened.Signature);
    }

    [Fact]
    public async Task A_file_where_Wallet_does_not_look()
    {
        var package = new PackageBuilder(Samples.Coupon);
        package.Files["images/icon.png"] = [1];

        var opened = await ReadAsync(package.Build());

        Only(opened, "images/icon.png", PassProblemCode.FileMisplaced);
        Assert.Equal(ProblemSeverity.Warning, opened.Problems[0].Severity);
    }

    private static Task<OpenedPass> ReadAsync(byte[] package, PassReadOptions? options = null) =>
        PassPackage.ReadAsync(new MemoryStream(package), options ?? PassReadOptions.Default, TestContext.Current.CancellationToken);

    private static void Has(OpenedPass opened, string path, string code) =>
        Assert.Contains((path, code), opened.Problems.Select(problem => (problem.Path, problem.Code)));

    private static void Only(OpenedPass opened, string path, string code)
    {
        var problem = Assert.Single(opened.Problems);
        Assert.Equal((path, code), (problem.Path, problem.Code));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }
}
