using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Assets;

/// <summary>Assets from folders and archives as people keep them.</summary>
public sealed class LoadTests : IDisposable
{
    private static readonly byte[] Image = Samples.Png(29, 29);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Template => Path.Combine(_folder.Path, "CoffeeCard.pass");

    [Fact]
    public async Task A_folder_gives_its_images_and_languages()
    {
        Fill("icon.png", "icon@2x.png", "fi.lproj/pass.strings", "pt-BR.lproj/strip@2x.png", "personalization.json");

        Assert.Equal("fi.lproj/pass.strings icon.png icon@2x.png personalization.json pt-BR.lproj/strip@2x.png", await NamesAsync());
    }

    [Fact]
    public async Task What_belongs_to_a_template_or_to_the_system_is_left_out()
    {
        Fill("icon.png", "pass.json", "manifest.json", "signature", ".DS_Store", "fi.lproj/.DS_Store", "Thumbs.db", "desktop.ini", ".git/config", "fi.lproj/logo.png");

        Assert.Equal("fi.lproj/logo.png icon.png", await NamesAsync());
    }

    [Fact]
    public async Task What_is_loaded_is_written_and_read_back()
    {
        Fill("icon.png", "fi.lproj/logo.png", "pass.json");
        var assets = await PassAssets.LoadAsync(Template, CancellationToken);

        var opened = Guarded.Read(Packages.Write(Samples.Coupon, assets));

        Assert.Empty(opened?.Problems ?? [new PassProblem("", "", ProblemSeverity.Error, "It was refused.")]);
        Assert.Equal("fi.lproj/logo.png icon.png", Names(opened?.Assets));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "__MACOSX/._icon.png")]
    [InlineData("CoffeeCard.pass/", "")]
    [InlineData("CoffeeCard.pass/", "__MACOSX/CoffeeCard.pass/._icon.png")]
    public async Task An_archive_gives_the_same_as_its_folder(string folder, string more)
    {
        string[] names = ["icon.png", "fi.lproj/logo.png", "pass.json", ".DS_Store"];
        var archive = PackageBuilder.Zip([.. names.Select(name => (folder + name, Image)), .. more.Length > 0 ? [(more, Image)] : Array.Empty<(string, byte[])>()]);
        _folder.Write("coffee.zip", archive);

        var loaded = await PassAssets.LoadAsync(Path.Combine(_folder.Path, "coffee.zip"), CancellationToken);
        var streamed = await PassAssets.LoadAsync(new ForwardStream(archive), CancellationToken);

        Assert.Equal("fi.lproj/logo.png icon.png", Names(loaded));
        Assert.Equal("fi.lproj/logo.png icon.png", Names(streamed));
        Assert.Equal(Image, loaded.Files[0].Content.ToArray());
    }

    [Fact]
    public async Task A_pkpass_gives_its_assets()
    {
        _folder.Write("our.pkpass", await Samples.PackageAsync(Samples.Coupon));

        Assert.Equal(Names(Samples.Assets), Names(await PassAssets.LoadAsync(Path.Combine(_folder.Path, "our.pkpass"), CancellationToken)));
    }

    [Fact]
    public async Task A_language_alone_is_no_folder_around_everything() =>
        Assert.Equal("fi.lproj/logo.png", Names(await PassAssets.LoadAsync(new MemoryStream(PackageBuilder.Zip([("fi.lproj/logo.png", Image)])), CancellationToken)));

    [Fact]
    public async Task A_localized_image_does_not_stay_at_the_root()
    {
        Fill("icon.png", "logo.png", "logo@2x.png", "logo.txt", "en.lproj/logo.png", "en.lproj/pass.strings", "fi.lproj/pass.strings", "sv.lproj/strip.png");
        await File.WriteAllBytesAsync(Path.Combine(Template, "en.lproj/logo.png"), [7], CancellationToken);

        var assets = await PassAssets.LoadAsync(Template, CancellationToken);

        // English has a logo of its own, of one density; the others get that of the root.
        Assert.Equal(
            "en.lproj/logo.png en.lproj/pass.strings fi.lproj/logo.png fi.lproj/pass.strings icon.png logo.txt logo@2x.png sv.lproj/logo.png sv.lproj/strip.png",
            Names(assets));
        Assert.True(assets.TryGet("en.lproj/logo.png", out var english));
        Assert.Equal([7], english.Content.ToArray());
        Assert.True(assets.TryGet("fi.lproj/logo.png", out var finnish));
        Assert.Equal(Image, finnish.Content.ToArray());
    }

    [Fact]
    public async Task A_density_that_no_language_has_stays_at_the_root()
    {
        Fill("icon@2x.png", "icon@3x.png", "fi.lproj/icon@2x.png");

        Assert.Equal("fi.lproj/icon@2x.png icon@3x.png", await NamesAsync());
    }

    [Theory]
    [InlineData("images/icon.png", "'images/icon.png' is in a folder that is not a language's")]
    [InlineData("fi.lproj/more/icon.png", "'fi.lproj/more/icon.png' is in a folder that is not a language's")]
    [InlineData("fi/icon.png", "'fi/icon.png' is in a folder that is not a language's")]
    public async Task A_file_that_does_not_belong_into_a_pass_is_named(string name, string sentence)
    {
        Fill("icon.png", name);

        var refusal = await Assert.ThrowsAsync<PassFormatException>(() => PassAssets.LoadAsync(Template, CancellationToken));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CoffeeCard.pass' cannot be loaded", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_is_damaged_or_hostile_is_refused_with_its_file()
    {
        var icon = new RawEntry("icon.png", Image);
        (byte[] Archive, string Sentence)[] cases =
        [
            ([1, 2, 3], "not a zip archive"),
            (new RawZip().Add(icon with { Flags = 1 }).Build(), "'icon.png' is encrypted"),
            (new RawZip().Add(icon with { Attributes = 0xA1FF_0000 }).Build(), "'icon.png' is a link"),
            (new RawZip().Add(icon with { Name = "../icon.png" }).Build(), "'../icon.png' is not a path"),
            (new RawZip().Add(icon).Add(icon with { Name = "ICON.png" }).Build(), "'icon.png' and 'ICON.png' are one name"),
            (new RawZip().Add(icon).Add(icon).Build(), "'icon.png' is there twice"),
            (new RawZip().Add(new RawEntry("icon.png", new byte[21 * 1024 * 1024]) { Method = 8 }).Build(), "unpacks to more than 20 MB"),
        ];

        foreach (var (archive, sentence) in cases)
        {
            _folder.Write("coffee.zip", archive);
            var refusal = await Assert.ThrowsAsync<PassFormatException>(() => PassAssets.LoadAsync(Path.Combine(_folder.Path, "coffee.zip"), CancellationToken));
            var streamed = await Assert.ThrowsAsync<PassFormatException>(() => PassAssets.LoadAsync(new MemoryStream(archive), CancellationToken));

            Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("coffee.zip'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(sentence, streamed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_there_is_nothing_is_said() =>
        Assert.Contains("nowhere.pass", (await Assert.ThrowsAsync<FileNotFoundException>(() => PassAssets.LoadAsync(Path.Combine(_folder.Path, "nowhere.pass"), CancellationToken))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static string Names(PassAssets? assets) => string.Join(' ', assets?.Files.Select(file => file.Name) ?? []);

    private async Task<string> NamesAsync() => Names(await PassAssets.LoadAsync(Template, CancellationToken));

    private void Fill(params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(Template, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            File.WriteAllBytes(path, Image);
        }
    }
}
