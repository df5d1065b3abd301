using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Passbook.Generator;

namespace Portal.Benchmarks.Signing;

/// <summary>A boarding pass as an airline issues it.</summary>
internal static class SamplePass
{
    public const string Type = "pass.com.example.benchmark";
    public const string Team = "BENCH12345";
    public const int ImageBytes = 230_000;

    private static readonly (string Name, int Width, int Height)[] Images = [("icon", 38, 38), ("logo", 160, 50), ("footer", 286, 15)];
    private static readonly string[] Scales = ["", "@2x", "@3x"];
    private static readonly Uri Service = new("https://passes.example.com");
    private static readonly DateTimeOffset Departure = new(2027, 3, 1, 17, 40, 0, TimeSpan.FromHours(2));

    /// <summary>The beginning of each image is true, the rest random bytes, for an image cannot be compressed either.</summary>
    public static PassAssets NineImages(int bytesEach = ImageBytes) => PassAssets.Create(
        from image in Images
        from scale in Enumerable.Range(1, Scales.Length)
        select new PassAsset($"{image.Name}{Scales[scale - 1]}.png", Png(image.Width * scale, image.Height * scale, bytesEach)));

    public static Pass Make(long number) => new()
    {
        PassTypeIdentifier = Type,
        TeamIdentifier = Team,
        SerialNumber = number.ToString("D12", CultureInfo.InvariantCulture),
        OrganizationName = "Example Air",
        Description = "Boarding pass",
        LogoText = "Example Air",
        BackgroundColor = new PassColor(20, 60, 120),
        ForegroundColor = new PassColor(255, 255, 255),
        LabelColor = new PassColor(170, 200, 240),
        RelevantDate = Departure,
        ExpirationDate = Departure.AddDays(1),
        WebServiceUrl = Service,
        AuthenticationToken = "3f2a9c7e41d84b0fa6c5",
        Barcodes = [new PassBarcode { Format = BarcodeFormat.Aztec, Message = string.Create(CultureInfo.InvariantCulture, $"M1DOE/JANE E{number:D6} HELMUCEXA 1402 060C012A0001") }],
        Locations = [new PassLocation { Latitude = 60.3172, Longitude = 24.9633, RelevantText = "Your flight leaves here" }],
        BoardingPass = new BoardingPassFields
        {
            TransitType = TransitType.Air,
            HeaderFields = [new PassField { Key = "gate", Label = "GATE", Value = "B" + (number % 40), ChangeMessage = "Gate changed to %@" }],
            PrimaryFields = [new PassField { Key = "from", Label = "HELSINKI", Value = "HEL" }, new PassField { Key = "to", Label = "MUNICH", Value = "MUC" }],
            SecondaryFields = [new PassField { Key = "name", Label = "PASSENGER", Value = "Jane Doe" }, new PassField { Key = "seat", Label = "SEAT", Value = "12A" }],
            AuxiliaryFields = [new PassField { Key = "departs", Label = "DEPARTS", Value = Departure, DateStyle = DateStyle.None, TimeStyle = DateStyle.Short }],
            BackFields = [new PassField { Key = "terms", Label = "Conditions", Value = "One piece of hand baggage up to 8 kg. Boarding closes 15 minutes before departure." }],
        },
    };

    private static byte[] Png(int width, int height, int bytes)
    {
        var image = RandomNumberGenerator.GetBytes(bytes);
        ReadOnlySpan<byte> beginning = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8];
        beginning.CopyTo(image);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(beginning.Length), width);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(beginning.Length + 4), height);
        return image;
    }
}
