using System.Buffers.Binary;

namespace Passbook.Generator.Tests.Support;

/// <summary>A pass of each style that Wallet would take without a word.</summary>
internal static class Samples
{
    public static Pass Bare { get; } = new()
    {
        PassTypeIdentifier = Development.PassType,
        SerialNumber = "0042",
        TeamIdentifier = Development.Team,
        OrganizationName = "Kahvila Käpy",
        Description = "Loyalty card",
    };

    public static Pass StoreCard { get; } = Bare with
    {
        LogoText = "Käpy",
        BackgroundColor = new PassColor(40, 20, 10),
        ForegroundColor = new PassColor(255, 255, 255),
        LabelColor = new PassColor(255, 220, 180),
        StoreCard = new PassFields
        {
            HeaderFields = [new PassField { Key = "points", Label = "Points", Value = 120, ChangeMessage = "You have %@ points" }],
            PrimaryFields = [new PassField { Key = "balance", Label = "Balance", Value = 12.50m, CurrencyCode = "EUR" }],
            SecondaryFields = [new PassField { Key = "level", Label = "Level", Value = "Gold", TextAlignment = TextAlignment.Right }],
            BackFields = [new PassField { Key = "terms", Label = "Terms", Value = "Ask at the counter.\nReally.", DataDetectorTypes = [DataDetectorType.Link] }],
        },
        Barcodes = [new PassBarcode { Format = BarcodeFormat.Qr, Message = "KÄPY-0042", AltText = "0042" }],
        Locations = [new PassLocation { Latitude = 60.17, Longitude = 24.94, RelevantText = "Coffee is near" }],
        WebServiceUrl = new Uri("https://wallet.example/passes/"),
        AuthenticationToken = "0123456789abcdef",
    };

    public static Pass BoardingPass { get; } = Bare with
    {
        Description = "Boarding pass",
        BoardingPass = new BoardingPassFields
        {
            TransitType = TransitType.Air,
            HeaderFields = [new PassField { Key = "gate", Label = "Gate", Value = "22", ChangeMessage = "Gate changed to %@" }],
            PrimaryFields =
            [
                new PassField { Key = "from", Label = "Helsinki", Value = "HEL" },
                new PassField { Key = "to", Label = "Oslo", Value = "OSL" },
            ],
            AuxiliaryFields =
            [
                new PassField
                {
                    Key = "boarding",
                    Label = "Boarding",
                    Value = new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(3)),
                    DateStyle = DateStyle.None,
                    TimeStyle = DateStyle.Short,
                    IgnoresTimeZone = true,
                },
            ],
        },
        GroupingIdentifier = "AY911",
        RelevantDates = [new RelevantDate { Date = new DateTimeOffset(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(3)) }],
    };

    public static Pass EventTicket { get; } = Bare with
    {
        EventTicket = new PassFields
        {
            PrimaryFields = [new PassField { Key = "event", Value = "Concert" }],
            AuxiliaryFields = [new PassField { Key = "seat", Label = "Seat", Value = "7", Row = 1 }],
        },
    };

    public static Pass Coupon { get; } = Bare with { Coupon = new PassFields { PrimaryFields = [new PassField { Key = "offer", Value = 0.2m, NumberStyle = NumberStyle.Percent }] } };

    public static Pass Generic { get; } = Bare with { Generic = new PassFields { PrimaryFields = [new PassField { Key = "name", Value = "Aino" }] } };

    public static IEnumerable<Pass> AllStyles => [BoardingPass, Coupon, EventTicket, Generic, StoreCard];

    /// <summary>An icon in its three densities.</summary>
    public static IReadOnlyList<PassAsset> Icons { get; } =
        [new PassAsset("icon.png", Png(38, 38)), new PassAsset("icon@2x.png", Png(76, 76)), new PassAsset("icon@3x.png", Png(114, 114))];

    public static PassAssets Assets { get; } = PassAssets.Create(
    [
        new PassAsset("icon.png", Png(29, 29)),
        new PassAsset("icon@2x.png", Png(58, 58)),
        new PassAsset("icon@3x.png", Png(87, 87)),
        new PassAsset("logo@2x.png", Png(320, 100)),
        PassAsset.ForLanguage("fi", [new("Loyalty card", "Kanta-asiakaskortti"), new("Points", "Pisteet")]),
    ]);

    /// <summary>The beginning of a PNG of this size, which is all that is looked at.</summary>
    public static byte[] Png(int width, int height)
    {
        byte[] image = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(20), height);
        return image;
    }

    public static async Task<byte[]> PackageAsync(Pass pass, PassSigner? signer = null)
    {
        var output = new MemoryStream();
        await PassPackage.WriteAsync(output, pass, Assets, signer ?? Development.Signer, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
