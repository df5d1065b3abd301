using CsCheck;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Model;

/// <summary>Any pass, written and read back, equals itself.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u001f'], Gen.Char['\u00a0', '\ud7ff']), 0, 12];

    private static readonly Gen<DateTimeOffset> Date =
        from minutes in Gen.Int[-14 * 60, 14 * 60]
        from seconds in Gen.Long[0, 100L * 365 * 24 * 3600]
        from ticks in Gen.Long[0, TimeSpan.TicksPerSecond - 1]
        select new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(minutes)).AddSeconds(seconds).AddTicks(ticks);

    private static readonly Gen<FieldValue> Value = Gen.OneOf(
        Text.Select(FieldValue.FromText),
        Gen.Decimal.Select(FieldValue.FromNumber),
        Date.Select(FieldValue.FromDate));

    private static readonly Gen<PassField> Field =
        from texts in Gen.Select(Text, Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text))
        from value in Value
        from styles in Gen.Select(Option(Gen.Enum<TextAlignment>()), Option(Gen.Enum<DateStyle>()), Option(Gen.Enum<NumberStyle>()))
        from flags in Gen.Select(Option(Gen.Bool), Option(Gen.Bool), Option(Gen.Int))
        from detectors in Option(List(Gen.Enum<DataDetectorType>()))
        select new PassField
        {
            Key = texts.Item1,
            Value = value,
            Label = texts.Item2,
            AttributedValue = texts.Item3,
            ChangeMessage = texts.Item4,
            CurrencyCode = texts.Item5,
            TextAlignment = styles.Item1,
            DateStyle = styles.Item2,
            TimeStyle = styles.Item2,
            NumberStyle = styles.Item3,
            IgnoresTimeZone = flags.Item1,
            IsRelative = flags.Item2,
            Row = flags.Item3,
            DataDetectorTypes = detectors,
        };

    private static readonly Gen<PassFields> Fields =
        from lists in Gen.Select(List(Field), List(Field), List(Field), List(Field), List(Field))
        select new PassFields
        {
            HeaderFields = lists.Item1,
            PrimaryFields = lists.Item2,
            SecondaryFields = lists.Item3,
            AuxiliaryFields = lists.Item4,
            BackFields = lists.Item5,
        };

    private static readonly Gen<Pass> Styled =
        from names in Gen.Select(Text, Text, Text, Text, Text)
        from style in Gen.Enum<PassStyle>()
        from fields in Fields
        from transit in Gen.Enum<TransitType>()
        select Style(
            new Pass
            {
                PassTypeIdentifier = names.Item1,
                SerialNumber = names.Item2,
                TeamIdentifier = names.Item3,
                OrganizationName = names.Item4,
                Description = names.Item5,
            },
            style,
            fields,
            transit);

    internal static readonly Gen<Pass> AnyPass =
        from pass in Styled
        from colors in Gen.Select(Option(Color), Option(Color), Option(Color))
        from barcodes in List(from format in Gen.Enum<BarcodeFormat>()
                              from texts in Gen.Select(Text, Text, Maybe(Text))
                              select new PassBarcode { Format = format, Message = texts.Item1, MessageEncoding = texts.Item2, AltText = texts.Item3 })
        from places in List(from numbers in Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Option(Gen.Double[-400, 9000]))
                            from text in Maybe(Text)
                            select new PassLocation { Latitude = numbers.Item1, Longitude = numbers.Item2, Altitude = numbers.Item3, RelevantText = text })
        from beacons in List(from id in Gen.Guid
                             from numbers in Gen.Select(Option(Gen.UShort), Option(Gen.UShort))
                             select new PassBeacon { ProximityUuid = id, Major = numbers.Item1, Minor = numbers.Item2 })
        from dates in Gen.Select(Option(Date), Option(Date), List(Gen.OneOf(
            Date.Select(date => new RelevantDate { Date = date }),
            Gen.Select(Date, Date).Select((start, end) => new RelevantDate { StartDate = start, EndDate = end }))))
        from flags in Gen.Select(Option(Gen.Bool), Option(Gen.Bool), Option(Gen.Bool))
        from rest in Gen.Select(Maybe(Text), Maybe(Text), Option(Gen.Double[0, 5000]), List(Gen.Long))
        select pass with
        {
            BackgroundColor = colors.Item1,
            ForegroundColor = colors.Item2,
            LabelColor = colors.Item3,
            Barcodes = barcodes,
            Locations = places,
            Beacons = beacons,
            RelevantDate = dates.Item1,
            ExpirationDate = dates.Item2,
            RelevantDates = dates.Item3,
            Voided = flags.Item1,
            SharingProhibited = flags.Item2,
            SuppressStripShine = flags.Item3,
            AuthenticationToken = rest.Item1,
            GroupingIdentifier = rest.Item2,
            MaxDistance = rest.Item3,
            AssociatedStoreIdentifiers = rest.Item4,
            WebServiceUrl = rest.Item1 is null ? null : new Uri("https://wallet.example/p%20a/"),
        };

    private static Gen<PassColor> Color => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Select((red, green, blue) => new PassColor(red, green, blue));

    [Fact]
    public void Any_pass_written_and_read_back_equals_itself() =>
        AnyPass.Sample(pass => PassJson.Deserialize(PassJson.Serialize(pass)).Equals(pass), iter: 2000);

    [Fact]
    public void What_was_read_back_is_written_alike() =>
        AnyPass.Sample(pass =>
        {
            var json = PassJson.Serialize(pass);
            return json.AsSpan().SequenceEqual(PassJson.Serialize(PassJson.Deserialize(json)));
        }, iter: 500);

    [Fact]
    public void A_pass_in_which_any_keys_of_the_format_are_set_equals_itself_too() =>
        Gen.Int.Select(seed => (Pass)new Scattered(seed).Record(typeof(Pass))).Sample(pass =>
        {
            var json = PassJson.Serialize(pass);
            var read = PassJson.Deserialize(json);
            return read.Equals(pass) && read.GetHashCode() == pass.GetHashCode() && json.AsSpan().SequenceEqual(PassJson.Serialize(read));
        }, iter: 500);

    private static Gen<ValueList<T>> List<T>(Gen<T> item) => item.Array[0, 3].Select(items => items.ToValueList());

    private static Gen<T?> Option<T>(Gen<T> value)
        where T : struct => Gen.OneOf(value.Select(some => (T?)some), Gen.Const((T?)null));

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(text.Select(some => (string?)some), Gen.Const((string?)null));

    private static Pass Style(Pass pass, PassStyle style, PassFields fields, TransitType transit) => style switch
    {
        PassStyle.BoardingPass => pass with
        {
            BoardingPass = new BoardingPassFields { TransitType = transit, HeaderFields = fields.HeaderFields, PrimaryFields = fields.PrimaryFields },
        },
        PassStyle.Coupon => pass with { Coupon = fields },
        PassStyle.EventTicket => pass with { EventTicket = fields },
        PassStyle.StoreCard => pass with { StoreCard = fields },
        _ => pass with { Generic = fields },
    };
}
