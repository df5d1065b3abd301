using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Validation;

/// <summary>Each rule: a pass that breaks it and nothing else. The samples break none.</summary>
public sealed class PassValidatorTests
{
    private const string Key = "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgY=";

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Pass Generic => Samples.Generic;

    /// <summary>Code, path, severity, pass.</summary>
    public static TheoryData<string, string, ProblemSeverity, Pass> Broken => new()
    {
        { PassProblemCode.FormatVersion, "$.formatVersion", ProblemSeverity.Error, Generic with { FormatVersion = 2 } },
        { PassProblemCode.RequiredEmpty, "$.passTypeIdentifier", ProblemSeverity.Error, Generic with { PassTypeIdentifier = "" } },
        { PassProblemCode.RequiredEmpty, "$.serialNumber", ProblemSeverity.Error, Generic with { SerialNumber = "" } },
        { PassProblemCode.RequiredEmpty, "$.teamIdentifier", ProblemSeverity.Error, Generic with { TeamIdentifier = " " } },
        { PassProblemCode.RequiredEmpty, "$.organizationName", ProblemSeverity.Error, Generic with { OrganizationName = "" } },
        { PassProblemCode.RequiredEmpty, "$.description", ProblemSeverity.Error, Generic with { Description = "" } },
        { PassProblemCode.StyleMissing, "$", ProblemSeverity.Error, Samples.Bare },
        { PassProblemCode.StyleSeveral, "$", ProblemSeverity.Error, Generic with { Coupon = new PassFields() } },
        { PassProblemCode.GroupingNotAllowed, "$.groupingIdentifier", ProblemSeverity.Error, Generic with { GroupingIdentifier = "g" } },
        { PassProblemCode.ContrastLow, "$.labelColor", ProblemSeverity.Warning, Generic with { BackgroundColor = new(200, 200, 200), LabelColor = new(255, 255, 255) } },
        { PassProblemCode.ContrastLow, "$.foregroundColor", ProblemSeverity.Warning, Generic with { BackgroundColor = new(0, 0, 0), ForegroundColor = new(60, 60, 60) } },
        { PassProblemCode.PassExpired, "$.expirationDate", ProblemSeverity.Warning, Generic with { ExpirationDate = Clock.GetUtcNow().AddSeconds(-1) } },
        { PassProblemCode.RelevantDateInvalid, "$.relevantDates[0]", ProblemSeverity.Error, Generic with { RelevantDates = [new RelevantDate { EndDate = Later }] } },
        { PassProblemCode.RelevantDateInvalid, "$.relevantDates[1]", ProblemSeverity.Error, Generic with { RelevantDates = [new() { Date = Later }, new() { StartDate = Later, EndDate = Later.AddDays(-1) }] } },
        { PassProblemCode.FieldKeyEmpty, "$.generic.primaryFields[0].key", ProblemSeverity.Error, Primary(new() { Key = "", Value = "v" }) },
        { PassProblemCode.FieldKeyDuplicate, "$.generic.backFields[0].key", ProblemSeverity.Error, Generic with { Generic = Field("k") with { BackFields = [new() { Key = "k", Value = 1 }] } } },
        { PassProblemCode.FieldsTooMany, "$.generic.primaryFields", ProblemSeverity.Warning, Generic with { Generic = new() { PrimaryFields = Fields(2) } } },
        { PassProblemCode.FieldsTooMany, "$.boardingPass.primaryFields", ProblemSeverity.Warning, Samples.Bare with { BoardingPass = new() { TransitType = TransitType.Bus, PrimaryFields = Fields(3) } } },
        { PassProblemCode.FieldsTooMany, "$.boardingPass.auxiliaryFields", ProblemSeverity.Warning, Samples.Bare with { BoardingPass = new() { TransitType = TransitType.Bus, AuxiliaryFields = Fields(6) } } },
        { PassProblemCode.FieldsTooMany, "$.coupon.headerFields", ProblemSeverity.Warning, Samples.Bare with { Coupon = new() { HeaderFields = Fields(4) } } },
        { PassProblemCode.FieldsTooMany, "$.coupon.secondaryFields", ProblemSeverity.Warning, Samples.Bare with { Coupon = new() { AuxiliaryFields = Fields(5) } } },
        { PassProblemCode.FieldsTooMany, "$.eventTicket.auxiliaryFields", ProblemSeverity.Warning, Samples.Bare with { EventTicket = new() { AuxiliaryFields = Fields(5) } } },
        { PassProblemCode.CurrencyInvalid, "$.generic.primaryFields[0].currencyCode", ProblemSeverity.Error, Primary(new() { Key = "k", Value = "1", CurrencyCode = "EUR" }) },
        { PassProblemCode.CurrencyInvalid, "$.generic.primaryFields[0].currencyCode", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, CurrencyCode = "€" }) },
        { PassProblemCode.NumberStyleInvalid, "$.generic.primaryFields[0].numberStyle", ProblemSeverity.Error, Primary(new() { Key = "k", Value = "1", NumberStyle = NumberStyle.Decimal }) },
        { PassProblemCode.NumberStyleInvalid, "$.generic.primaryFields[0].numberStyle", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, NumberStyle = NumberStyle.Decimal, CurrencyCode = "EUR" }) },
        { PassProblemCode.DateStyleInvalid, "$.generic.primaryFields[0].dateStyle", ProblemSeverity.Error, Primary(new() { Key = "k", Value = "May", DateStyle = DateStyle.Short }) },
        { PassProblemCode.DateStyleInvalid, "$.generic.primaryFields[0].timeStyle", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, TimeStyle = DateStyle.Short }) },
        { PassProblemCode.DateStyleInvalid, "$.generic.primaryFields[0].isRelative", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, IsRelative = true }) },
        { PassProblemCode.DateStyleInvalid, "$.generic.primaryFields[0].ignoresTimeZone", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, IgnoresTimeZone = true }) },
        { PassProblemCode.ChangeMessageWithoutValue, "$.generic.primaryFields[0].changeMessage", ProblemSeverity.Warning, Primary(new() { Key = "k", Value = 1, ChangeMessage = "Changed" }) },
        { PassProblemCode.DetectorsOnFront, "$.generic.primaryFields[0].dataDetectorTypes", ProblemSeverity.Warning, Primary(new() { Key = "k", Value = 1, DataDetectorTypes = [] }) },
        { PassProblemCode.AlignmentIgnored, "$.generic.primaryFields[0].textAlignment", ProblemSeverity.Warning, Primary(new() { Key = "k", Value = 1, TextAlignment = TextAlignment.Left }) },
        { PassProblemCode.RowInvalid, "$.generic.primaryFields[0].row", ProblemSeverity.Error, Primary(new() { Key = "k", Value = 1, Row = 0 }) },
        { PassProblemCode.RowInvalid, "$.eventTicket.auxiliaryFields[0].row", ProblemSeverity.Error, Samples.Bare with { EventTicket = new() { AuxiliaryFields = [new() { Key = "k", Value = 1, Row = 2 }] } } },
        { PassProblemCode.BarcodeMessageEmpty, "$.barcodes[0].message", ProblemSeverity.Error, Barcode(BarcodeFormat.Qr, "") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Ean13, "4006381333932") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Ean13, "40063") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.InterleavedTwoOfFive, "123") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Codabar, "12E") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Code39, "abc") },
        { PassProblemCode.BarcodeMessageInvalid, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Code128, "ä") },
        { PassProblemCode.BarcodeEncodingUnknown, "$.barcodes[0].messageEncoding", ProblemSeverity.Warning, Generic with { Barcodes = [new() { Format = BarcodeFormat.Qr, Message = "m", MessageEncoding = "klingon" }] } },
        { PassProblemCode.BarcodeNotEncodable, "$.barcodes[0].message", ProblemSeverity.Warning, Barcode(BarcodeFormat.Qr, "日本") },
        { PassProblemCode.BarcodeOnlyIos27, "$.barcodes", ProblemSeverity.Warning, Generic with { Barcodes = [new() { Format = BarcodeFormat.Code39, Message = "A1" }] } },
        { PassProblemCode.BarcodeNotOnWatch, "$.barcodes", ProblemSeverity.Warning, Generic with { Barcodes = [new() { Format = BarcodeFormat.Code128, Message = "A1" }] } },
        { PassProblemCode.LocationsTooMany, "$.locations", ProblemSeverity.Error, Generic with { Locations = [.. Enumerable.Repeat(new PassLocation { Latitude = 0, Longitude = 0 }, 11)] } },
        { PassProblemCode.LocationInvalid, "$.locations[0].latitude", ProblemSeverity.Error, Generic with { Locations = [new() { Latitude = 90.1, Longitude = 0 }] } },
        { PassProblemCode.LocationInvalid, "$.locations[0].longitude", ProblemSeverity.Error, Generic with { Locations = [new() { Latitude = 0, Longitude = double.NaN }] } },
        { PassProblemCode.BeaconsTooMany, "$.beacons", ProblemSeverity.Error, Generic with { Beacons = [.. Enumerable.Repeat(new PassBeacon { ProximityUuid = Guid.Empty }, 11)] } },
        { PassProblemCode.MaxDistanceInvalid, "$.maxDistance", ProblemSeverity.Error, Generic with { MaxDistance = 0 } },
        { PassProblemCode.NfcMessageTooLong, "$.nfc.message", ProblemSeverity.Error, Generic with { Nfc = new() { Message = new string('ä', 33), EncryptionPublicKey = Key } } },
        { PassProblemCode.NfcKeyInvalid, "$.nfc.encryptionPublicKey", ProblemSeverity.Error, Generic with { Nfc = new() { Message = "m", EncryptionPublicKey = "MDkw" } } },
        { PassProblemCode.WebServiceIncomplete, "$.authenticationToken", ProblemSeverity.Error, Generic with { WebServiceUrl = new("https://a.example/") } },
        { PassProblemCode.WebServiceIncomplete, "$.webServiceURL", ProblemSeverity.Error, Generic with { AuthenticationToken = "0123456789abcdef" } },
        { PassProblemCode.WebServiceNotHttps, "$.webServiceURL", ProblemSeverity.Error, Generic with { WebServiceUrl = new("http://a.example/"), AuthenticationToken = "0123456789abcdef" } },
        { PassProblemCode.WebServiceNotHttps, "$.webServiceURL", ProblemSeverity.Warning, Generic with { WebServiceUrl = new("http://localhost:5080/"), AuthenticationToken = "0123456789abcdef" } },
        { PassProblemCode.WebServiceNotHttps, "$.webServiceURL", ProblemSeverity.Error, Generic with { WebServiceUrl = new("/passes/", UriKind.Relative), AuthenticationToken = "0123456789abcdef" } },
        { PassProblemCode.TokenTooShort, "$.authenticationToken", ProblemSeverity.Error, Generic with { WebServiceUrl = new("https://a.example/"), AuthenticationToken = "0123456789abcde" } },
        { PassProblemCode.AppLaunchWithoutStore, "$.appLaunchURL", ProblemSeverity.Error, Generic with { AppLaunchUrl = new("coffee://open") } },
        { PassProblemCode.PassTypeDiffers, "$.passTypeIdentifier", ProblemSeverity.Error, Generic with { PassTypeIdentifier = "pass.other" } },
        { PassProblemCode.TeamDiffers, "$.teamIdentifier", ProblemSeverity.Error, Generic with { TeamIdentifier = "OTHER" } },
    };

    /// <summary>Code, path, severity, and what is done to the files of a sample.</summary>
    public static TheoryData<string, string, ProblemSeverity, string, byte[]?> BrokenFiles => new()
    {
        { PassProblemCode.IconDensityMissing, "icon@3x.png", ProblemSeverity.Warning, "icon@3x.png", null },
        { PassProblemCode.ImageNotPng, "logo@2x.png", ProblemSeverity.Warning, "logo@2x.png", "GIF89a"u8.ToArray() },
        { PassProblemCode.ImageSize, "logo@2x.png", ProblemSeverity.Warning, "logo@2x.png", Samples.Png(321, 100) },
        { PassProblemCode.ImageSize, "icon.png", ProblemSeverity.Warning, "icon.png", Samples.Png(28, 29) },
        { PassProblemCode.ImageNotShown, "footer.png", ProblemSeverity.Warning, "footer.png", Samples.Png(286, 15) },
        { PassProblemCode.ImageAlsoAtRoot, "fi.lproj/logo@2x.png", ProblemSeverity.Warning, "fi.lproj/logo@2x.png", Samples.Png(320, 100) },
        { PassProblemCode.StringsInvalid, "fi.lproj/pass.strings", ProblemSeverity.Error, "fi.lproj/pass.strings", "\"a\" = \"b\" c\";"u8.ToArray() },
        { PassProblemCode.StringsDiffer, "sv.lproj/pass.strings", ProblemSeverity.Warning, "sv.lproj/pass.strings", "\"Points\" = \"Poäng\";"u8.ToArray() },
    };

    [Fact]
    public void The_samples_are_without_fault() => Assert.All(Samples.AllStyles, pass =>
        Assert.Empty(PassValidator.Validate(pass, WithoutStrings(), Development.Signer)));

    [Fact]
    public void A_localized_sample_is_without_fault() => Assert.Empty(PassValidator.Validate(Samples.StoreCard, Samples.Assets, Development.Signer));

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Only_the_broken_rule_is_told(string code, string path, ProblemSeverity severity, Pass pass)
    {
        var signer = code is PassProblemCode.PassTypeDiffers or PassProblemCode.TeamDiffers ? Development.Signer : null;

        var problem = Assert.Single(PassValidator.Validate(pass, WithoutStrings(), signer, Clock));

        Assert.Equal((code, path, severity), (problem.Code, problem.Path, problem.Severity));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BrokenFiles), DisableDiscoveryEnumeration = true)]
    public void Only_the_broken_file_is_told(string code, string path, ProblemSeverity severity, string file, byte[]? content)
    {
        var files = Samples.Assets.Files.Where(asset => asset.Name != file);
        var assets = PassAssets.Create(content is null ? files : files.Append(new PassAsset(file, content)));

        var problem = Assert.Single(PassValidator.Validate(Samples.StoreCard, assets, null, Clock));

        Assert.Equal((code, path, severity), (problem.Code, problem.Path, problem.Severity));
    }

    [Fact]
    public void A_pass_without_an_icon_is_refused() =>
        Assert.Equal(PassProblemCode.IconMissing, Assert.Single(PassValidator.Validate(Generic, PassAssets.Empty)).Code);

    [Fact]
    public void A_translation_of_nothing_is_told()
    {
        var assets = PassAssets.Create([.. WithoutStrings().Files, PassAsset.ForLanguage("fi", [new("Gone", "Poissa")])]);

        Assert.Equal(PassProblemCode.StringsUnused, Assert.Single(PassValidator.Validate(Generic, assets)).Code);
    }

    [Theory]
    [InlineData(4000, PassProblemCode.CertificateExpired)]
    [InlineData(-4000, PassProblemCode.CertificateNotYetValid)]
    public void A_certificate_out_of_its_time_is_told(int days, string code) => Assert.Equal(
        code,
        Assert.Single(PassValidator.Validate(Generic, null, Development.Signer, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days)))).Code);

    [Theory]
    [InlineData(BarcodeFormat.Ean13, "4006381333931")]
    [InlineData(BarcodeFormat.Ean13, "400638133393")]
    [InlineData(BarcodeFormat.InterleavedTwoOfFive, "1234")]
    [InlineData(BarcodeFormat.Codabar, "A40156B")]
    [InlineData(BarcodeFormat.Codabar, "40156")]
    [InlineData(BarcodeFormat.Code39, "CODE 39-$%")]
    [InlineData(BarcodeFormat.Code128, "any ASCII!")]
    [InlineData(BarcodeFormat.Aztec, "Käpy")]
    public void A_message_its_format_can_hold_is_without_fault(BarcodeFormat format, string message) =>
        Assert.Empty(PassValidator.Validate(Barcode(format, message)));

    [Fact]
    public void A_message_may_be_in_any_known_character_set() => Assert.Empty(PassValidator.Validate(
        Generic with { Barcodes = [new() { Format = BarcodeFormat.Qr, Message = "日本", MessageEncoding = "shift_jis" }, new() { Format = BarcodeFormat.Qr, Message = "日本", MessageEncoding = "utf-8" }] }));

    [Fact]
    public void A_proper_key_and_a_proper_span_are_without_fault() => Assert.Empty(PassValidator.Validate(
        Generic with
        {
            Nfc = new() { Message = new string('a', 64), EncryptionPublicKey = Key },
            RelevantDates = [new() { StartDate = Later, EndDate = Later }],
            Beacons = [new() { ProximityUuid = Guid.NewGuid(), Major = 65535 }],
            MaxDistance = 100,
        }));

    [Fact]
    public void Every_rule_has_a_pass_that_breaks_it()
    {
        // These four have a test of their own above; the codes of packages are in ReaderTests and HostileArchiveTests.
        HashSet<string> tested =
        [
            PassProblemCode.IconMissing, PassProblemCode.StringsUnused, PassProblemCode.CertificateExpired, PassProblemCode.CertificateNotYetValid,
            .. Broken.Select(row => row.Data.Item1), .. BrokenFiles.Select(row => row.Data.Item1),
        ];
        string[] ofPackages =
        [
            PassProblemCode.FileMissing, PassProblemCode.TopFolder, PassProblemCode.EntryDamaged, PassProblemCode.NameUnsafe, PassProblemCode.NameDuplicate,
            PassProblemCode.FileMisplaced, PassProblemCode.ManifestInvalid, PassProblemCode.ManifestLacksFile, PassProblemCode.ManifestFileMissing,
            PassProblemCode.HashDiffers, PassProblemCode.PassInvalid, PassProblemCode.SignatureInvalid, PassProblemCode.SignatureWrong,
            PassProblemCode.SigningTimeMissing, PassProblemCode.CertificateMissing, PassProblemCode.IntermediateMissing, PassProblemCode.CertificateWrong,
            PassProblemCode.CertificateUntrusted, PassProblemCode.EntryNotAFile, PassProblemCode.ArchiveInconsistent, PassProblemCode.FileTooLarge,
            PassProblemCode.IsBundle, PassProblemCode.BundleEntryInvalid, PassProblemCode.BundleTooMany,
        ];
        var all = typeof(PassProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetRawConstantValue()).OfType<string>().ToArray();

        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(all.Except(tested, StringComparer.Ordinal).Except(ofPackages, StringComparer.Ordinal));
    }

    private static PassAssets WithoutStrings() => PassAssets.Create(Samples.Assets.Files.Where(file => file.Name.EndsWith(".png", StringComparison.Ordinal)));

    private static PassFields Field(string key) => new() { PrimaryFields = [new PassField { Key = key, Value = "v" }] };

    private static ValueList<PassField> Fields(int count) => Enumerable.Range(0, count).Select(index => new PassField { Key = $"k{index}", Value = index }).ToValueList();

    private static Pass Primary(PassField field) => Generic with { Generic = new PassFields { PrimaryFields = [field] } };

    /// <summary>The barcode, and after it one that every phone and watch can show.</summary>
    private static Pass Barcode(BarcodeFormat format, string message) =>
        Generic with { Barcodes = [new PassBarcode { Format = format, Message = message }, new PassBarcode { Format = BarcodeFormat.Qr, Message = "m" }] };
}
