using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Validation;

public sealed class RequiresIosTests
{
    private static readonly Uri Site = new("https://a.example/");

    /// <summary>A pass, and what older phones do with it.</summary>
    public static TheoryData<Pass, string> Parts => new()
    {
        { PosterCases.Poster, "$.posterGeneric 27.0: iPhones before iOS 27 show the generic pass instead of the poster." },
        { PosterCases.Poster with { Generic = null }, "$.posterGeneric 27.0: iPhones before iOS 27 know no posters and cannot add the pass." },
        { Samples.Coupon with { PosterGeneric = new() }, "$.posterGeneric 27.0: iPhones before iOS 27 show the coupon instead of the poster." },
        { PosterCases.Ticket, "$.preferredStyleSchemes 18.0: iPhones before iOS 18 show the classic event ticket." },
        { PosterCases.Flight, "$.preferredStyleSchemes 26.0: iPhones before iOS 26 show the classic boarding pass." },
        { Samples.Bare with { EventTicket = new() { AdditionalInfoFields = [new() { Key = "k", Value = "v" }] } }, "$.eventTicket.additionalInfoFields 18.0: iPhones before iOS 18 do not show these fields." },
        { Barcodes(BarcodeFormat.Ean13), "$.barcodes[0] 27.0: iPhones before iOS 27 show no barcode." },
        { Barcodes(BarcodeFormat.Code39, BarcodeFormat.Codabar, BarcodeFormat.Qr), "$.barcodes[0] 27.0: iPhones before iOS 27 show the QR code instead of the Code 39." },
        { Barcodes(BarcodeFormat.Code128), "$.barcodes[0] 9.0: iPhones before iOS 9 show no barcode." },
        { Barcodes(BarcodeFormat.Code128, BarcodeFormat.InterleavedTwoOfFive, BarcodeFormat.Pdf417), "$.barcodes[0] 9.0: iPhones before iOS 9 show the PDF417 instead of the Code 128." },
        { Samples.Generic with { FeaturedActions = [new() { Identifier = "a", Type = FeaturedActionType.Shop, Url = Site }] }, "$.featuredActions 27.0: iPhones before iOS 27 show no cards under the pass." },
        { Samples.Generic with { RelevantDates = [new() { Date = Subject.Now }] }, "$.relevantDates 18.0: iPhones before iOS 18 do not offer the pass at these times." },
        { Samples.Generic with { RelevantDate = Subject.Now, RelevantDates = [new() { Date = Subject.Now }] }, "$.relevantDates 18.0: iPhones before iOS 18 offer the pass at 'relevantDate' only." },
        { Samples.Generic with { SharingProhibited = true }, "$.sharingProhibited 11.0: iPhones before iOS 11 show a Share button." },
    };

    [Theory]
    [MemberData(nameof(Parts), DisableDiscoveryEnumeration = true)]
    public void Find_APassWithOneNewPart_TellsWhatOlderPhonesDo(Pass pass, string part) => Assert.Equal(part, Text(Assert.Single(RequiresIos.Find(pass))));

    [Fact]
    public void Find_SeveralParts_TellsTheNewestFirst()
    {
        var pass = PosterCases.Ticket with
        {
            EventLogoText = "Rex",
            SellUrl = Site,
            UpcomingPassInformation = [new() { Identifier = "1", Name = "Next" }],
            Barcodes = [new() { Format = BarcodeFormat.Code39, Message = "A" }, new() { Format = BarcodeFormat.Code128, Message = "A" }, new() { Format = BarcodeFormat.Qr, Message = "A" }],
        };

        Assert.Equal(
            "$.barcodes[0] 27.0, $.upcomingPassInformation 26.0, $.eventLogoText 18.1, $.preferredStyleSchemes 18.0, $.sellURL 18.0, $.barcodes[1] 9.0",
            string.Join(", ", RequiresIos.Find(pass).Select(part => $"{part.Path} {part.Version}")));
    }

    [Fact]
    public void Find_WhatEveryPhoneKnows_IsNothing() => Assert.All(
        [Samples.Generic, Samples.Coupon, Samples.StoreCard, Samples.EventTicket, Samples.BoardingPass with { RelevantDates = [] }, Samples.Bare],
        pass => Assert.Empty(RequiresIos.Find(pass, FileCases.Images)));

    [Fact]
    public void Find_EveryButton_NeedsTheVersionOfItsLook()
    {
        var buttons = typeof(Pass).GetProperties().Where(property => property.Name.EndsWith("Url", StringComparison.Ordinal) && property.Name is not ("WebServiceUrl" or "AppLaunchUrl")
            || property.Name.StartsWith("ContactVenue", StringComparison.Ordinal) || property.Name.StartsWith("TransitProvider", StringComparison.Ordinal)).ToArray();
        var pass = Samples.Generic with { };
        foreach (var button in buttons)
            button.SetValue(pass, button.PropertyType == typeof(Uri) ? Site : "a");

        var parts = RequiresIos.Find(pass);

        Assert.Equal(28, buttons.Length);
        Assert.Equal((14, 14), (parts.Count(part => part.Version.Major == 18), parts.Count(part => part.Version.Major == 26)));
    }

    [Theory]
    [InlineData("artwork@2x.png", 27)]
    [InlineData("primaryLogo@2x.png", 27)]
    [InlineData("logo@2x.png", 0)]
    public void Find_AnImageOfThePoster_NeedsItsVersion(string file, int version) => Assert.Equal(version, VersionOf(file, PosterCases.Poster));

    [Theory]
    [InlineData("artwork@2x.png", 18)]
    [InlineData("background@2x.png", 0)]
    [InlineData("footer@2x.png", 0)]
    public void Find_AnImageOfThePosterTicket_NeedsItsVersion(string file, int version) => Assert.Equal(version, VersionOf(file, PosterCases.Ticket));

    private static int VersionOf(string file, Pass pass) =>
        RequiresIos.Find(pass, PassAssets.Create([new(file, Samples.Png(90, 90))])).FirstOrDefault(part => part.Path == file)?.Version.Major ?? 0;

    private static Pass Barcodes(params IEnumerable<BarcodeFormat> formats) =>
        Samples.Generic with { Barcodes = formats.Select(format => new PassBarcode { Format = format, Message = "m" }).ToValueList() };

    private static string Text(RequiresIos part) => $"{part.Path} {part.Version}: {part.Message}";
}
