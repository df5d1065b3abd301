using System.Text;
using Passbook.Generator.Tests.Support;
using static Passbook.Generator.Tests.Validation.RuleCase;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Rules about images and localisations.</summary>
internal static class FileCases
{
    /// <summary>The images of the samples without their texts.</summary>
    public static PassAssets Images { get; } = PassAssets.Create(Samples.Assets.Files.Where(file => file.Name.EndsWith(".png", StringComparison.Ordinal)));

    public static PassAsset[] Icons { get; } = [.. Images.Files.Where(file => file.Name.StartsWith("icon", StringComparison.Ordinal))];

    public static IEnumerable<RuleCase> All => [.. Sizes, .. Files, .. Texts];

    private static IEnumerable<RuleCase> Sizes =>
    [
        OfImage(PassProblemCode.ImageSize, "logo@2x.png", Samples.StoreCard, Samples.Png(321, 100), Samples.Png(320, 100)),
        OfImage(PassProblemCode.ImageSize, "logo@3x.png", Samples.StoreCard, Samples.Png(480, 151), Samples.Png(480, 150)),
        OfImage(PassProblemCode.ImageSize, "strip@2x.png", Samples.StoreCard, Samples.Png(748, 196), Samples.Png(750, 196)),
        OfImage(PassProblemCode.ImageSize, "thumbnail@2x.png", Samples.Generic, Samples.Png(180, 119), Samples.Png(180, 120)),
        OfImage(PassProblemCode.ImageSize, "background@2x.png", Samples.EventTicket, Samples.Png(690, 1011), Samples.Png(690, 1010)),
        OfImage(PassProblemCode.ImageSize, "footer@3x.png", Samples.BoardingPass, Samples.Png(859, 45), Samples.Png(858, 45)),
        OfImage(PassProblemCode.ImageNotPng, "logo@2x.png", Samples.StoreCard, "GIF89a"u8.ToArray(), Samples.Png(2, 2)),
        OfImage(PassProblemCode.ImageNotPng, "logo@2x.png", Samples.StoreCard, Samples.Png(2, 2)[..23], Samples.Png(2, 2)[..24]),
        Warning(
            PassProblemCode.ImageSize, "icon.png",
            Subject.With(Samples.Generic, [new("icon.png", Samples.Png(28, 29)), .. Icons[1..]]),
            Subject.With(Samples.Generic, [new("icon.png", Samples.Png(38, 38)), .. Icons[1..]])),
    ];

    private static IEnumerable<RuleCase> Files =>
    [
        Error(PassProblemCode.IconMissing, "icon.png", Subject.With(Samples.Generic), Subject.With(Samples.Generic, Icons)),
        Warning(
            PassProblemCode.IconMissing, "icon.png",
            Subject.With(Samples.Generic, Icons.Select(icon => icon with { Name = $"fi.lproj/{icon.Name}" })), Subject.With(Samples.Generic, Icons)),
        Warning(
            PassProblemCode.IconDensityMissing, "icon@2x.png",
            Subject.With(Samples.Generic, [Icons[0], Icons[2], Icons[1] with { Name = "fi.lproj/icon@2x.png" }]), Subject.With(Samples.Generic, Icons)),
        Warning(PassProblemCode.IconDensityMissing, "icon@3x.png", Subject.With(Samples.Generic, Icons[..2]), Subject.With(Samples.Generic, Icons[1..])),
        Warning(PassProblemCode.IconDensityMissing, "icon@2x.png", Subject.With(Samples.Generic, [Icons[0], Icons[2]]), Subject.With(Samples.Generic, [.. Icons])),
        Warning(PassProblemCode.ImageNotShown, "footer@2x.png", WithImages(Samples.StoreCard, "footer@2x.png"), WithImages(Samples.BoardingPass, "footer@2x.png")),
        Warning(PassProblemCode.ImageNotShown, "thumbnail@2x.png", WithImages(Samples.Coupon, "thumbnail@2x.png"), WithImages(Samples.EventTicket, "thumbnail@2x.png")),
        Warning(PassProblemCode.ImageDensityMissing, "logo.png", WithImages(Samples.Generic, "logo.png"), WithImages(Samples.Generic, "logo.png", "logo@3x.png")),
        Warning(
            PassProblemCode.ImageDensitiesDiffer, "sv.lproj/logo@3x.png",
            WithImages(Samples.Generic, "fi.lproj/logo@2x.png", "fi.lproj/logo@3x.png", "sv.lproj/logo@2x.png"),
            WithImages(Samples.Generic, "fi.lproj/logo@2x.png", "sv.lproj/logo@2x.png", "sv.lproj/thumbnail@2x.png")),
        Warning(
            PassProblemCode.ImageAlsoAtRoot, "fi.lproj/logo@2x.png",
            WithImages(Samples.Generic, "fi.lproj/logo@2x.png", "logo@2x.png"), WithImages(Samples.Generic, "fi.lproj/logo@2x.png", "thumbnail@2x.png")),
        Warning(
            PassProblemCode.StripBesideBackground, "strip@2x.png",
            WithImages(Samples.EventTicket, "strip@2x.png", "background@2x.png"), WithImages(Samples.EventTicket, "thumbnail@2x.png", "background@2x.png")),
        OfLanguage("zh-hans", "zh-Hans"),
        OfLanguage("pt-br", "pt-BR"),
        OfLanguage("zh_Hant_HK", "zh-Hant-HK"),
        OfLanguage("FI", "fi"),
        OfLanguage("finnish", "fil"),
        OfLanguage("xx", "Base"),
        OfLanguage("es-4190", "es-419"),
        OfLanguage("en-US-POSIX", "sr-Latn-RS"),
        Warning(PassProblemCode.FileUnknown, "Logo@2x.png", WithImages(Samples.Generic, "Logo@2x.png"), WithImages(Samples.Generic, "logo@2x.png")),
        Warning(PassProblemCode.FileUnknown, "logo.jpg", Subject.With(Samples.Generic, [.. Icons, new("logo.jpg", new byte[9])]), Subject.With(Samples.Generic, [.. Icons, new("logo.pdf", new byte[9])])),
        Warning(
            PassProblemCode.ArtworkMissing, "artwork@2x.png",
            WithImages(PosterCases.Poster, "primaryLogo@2x.png"), WithImages(PosterCases.Poster, "artwork@2x.png", "primaryLogo@2x.png")),
        Warning(
            PassProblemCode.ArtworkMissing, "artwork@2x.png",
            WithImages(PosterCases.Ticket, "secondaryLogo@2x.png"), WithImages(PosterCases.Ticket, "background@2x.png", "secondaryLogo@2x.png", "venueMap@2x.png")),
        Warning(PassProblemCode.FileUnknown, "pass.strings", Subject.With(Samples.Generic, [.. Icons, new("pass.strings", Array.Empty<byte>())]), WithTexts(("fi", ""))),
    ];

    private static IEnumerable<RuleCase> Texts =>
    [
        Error(
            PassProblemCode.StringsInvalid, "fi.lproj/pass.strings",
            Subject.With(Samples.StoreCard, [.. Icons, new("fi.lproj/pass.strings", Encoding.Latin1.GetBytes("\"Points\" = \"Pisteitä\";"))]), WithTexts(("fi", "\"Points\" = \"Pisteitä\";"))),
        Error(PassProblemCode.StringsInvalid, "fi.lproj/pass.strings", WithTexts(("fi", "\"Points\" = \"b\" c\";")), WithTexts(("fi", "\"Points\" = \"b\\\" c\";"))),
        Error(PassProblemCode.StringsInvalid, "fi.lproj/pass.strings", WithTexts(("fi", "\"Points\" = \"a\"; \"Points\" = \"b\";")), WithTexts(("fi", "\"Points\" = \"a\"; /* and */ \"Balance\" = \"b\";"))),
        Warning(
            PassProblemCode.StringsDiffer, "sv.lproj/pass.strings",
            WithTexts(("fi", "\"Points\" = \"Pisteet\"; \"Balance\" = \"Saldo\";"), ("sv", "\"Points\" = \"Poäng\";")),
            WithTexts(("fi", "\"Points\" = \"Pisteet\"; \"Balance\" = \"Saldo\";"), ("sv", "\"Balance\" = \"Saldo\"; \"Points\" = \"Poäng\";"))),
        Warning(PassProblemCode.StringsUnused, "fi.lproj/pass.strings", WithTexts(("fi", "\"Point\" = \"Piste\";")), WithTexts(("fi", "\"Points\" = \"Pisteet\";"))),
        // Texts in every place of a pass: a place's text, under the barcode, on the back.
        Warning(
            PassProblemCode.StringsUnused, "fi.lproj/pass.strings",
            WithTexts(("fi", "\"Coffee is far\" = \"Kahvi kaukana\";")),
            WithTexts(("fi", "\"Coffee is near\" = \"Kahvi lähellä\"; \"0042\" = \"42\"; \"Käpy\" = \"Kotte\"; \"You have %@ points\" = \"Pisteitä %@\"; \"Ask at the counter.\\nReally.\" = \"Kysy\";"))),
        // A pass that cannot be written at all is searched as far as it goes.
        Error(
            PassProblemCode.MaxDistanceInvalid, "$.maxDistance",
            Subject.With(Samples.StoreCard with { MaxDistance = double.NaN }, [.. Icons, PassAsset.ForLanguage("fi", [new("Points", "Pisteet")])]),
            Subject.With(Samples.StoreCard with { MaxDistance = 1 }, [.. Icons, PassAsset.ForLanguage("fi", [new("Points", "Pisteet")])])),
    ];

    private static RuleCase OfLanguage(string broken, string kept) => Warning(
        PassProblemCode.LanguageUnknown, $"{broken}.lproj",
        WithTexts((broken, "\"Points\" = \"1\";")), WithTexts((kept, "\"Points\" = \"1\";")));

    private static RuleCase OfImage(string code, string file, Pass pass, byte[] broken, byte[] kept) => Warning(
        code, file, Subject.With(pass, [.. Icons, new(file, broken)]), Subject.With(pass, [.. Icons, new(file, kept)]));

    /// <summary>Icons, and other images in their right sizes.</summary>
    private static Subject WithImages(Pass pass, params string[] files) => Subject.With(pass, [.. Icons, .. files.Select(file => new PassAsset(file, RightSize(file)))]);

    private static byte[] RightSize(string file)
    {
        var density = file.Contains("@3x", StringComparison.Ordinal) ? 3 : file.Contains("@2x", StringComparison.Ordinal) ? 2 : 1;
        var (width, height) = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..][..4] switch
        {
            "stri" => (375, 123),
            "thum" => (90, 90),
            "back" => (180, 220),
            "foot" => (286, 15),
            "artw" => (358, 448),
            _ => (50, 10),
        };
        return Samples.Png(width * density, height * density);
    }

    private static Subject WithTexts(params (string Language, string Texts)[] languages) => Subject.With(
        Samples.StoreCard, [.. Icons, .. languages.Select(language => new PassAsset($"{language.Language}.lproj/pass.strings", Encoding.UTF8.GetBytes(language.Texts)))]);
}
