using System.Globalization;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Passes;

namespace Portal.Demo;

/// <summary>Sample passes for each starting design: always the same ones, with dates in the days to come.</summary>
internal static class DemoPasses
{
    private static readonly (string Flight, string From, string FromCity, string To, string ToCity, string Gate, int Hours)[] Flights =
    [
        ("NL 218", "HEL", "Helsinki", "CPH", "Copenhagen", "A12", 30), ("NL 402", "OSL", "Oslo", "LIS", "Lisbon", "B22", 54),
        ("NL 77", "CDG", "Paris", "VIE", "Vienna", "C4", 78), ("NL 650", "DUB", "Dublin", "WAW", "Warsaw", "F31", 102),
    ];

    private static readonly string[] Offers = ["20% off", "Two for one", "Free delivery", "5 € off", "Every third free"];
    private static readonly string[] Levels = ["Green", "Silver", "Gold"];

    /// <summary>The passes of one starting design.</summary>
    public static IReadOnlyList<NewPass> For(string key, DateTimeOffset now) => key switch
    {
        "boarding-pass" => Make(80, number => BoardingPass(number, now)),
        "store-card" => Make(80, StoreCard),
        "coupon" => Make(50, number => Coupon(number, now)),
        "event-ticket" => Make(50, number => EventTicket(number, now)),
        _ => Make(40, Membership),
    };

    private static IReadOnlyList<NewPass> Make(int count, Func<int, (string Id, string Text)[]> values) =>
        [.. Enumerable.Range(0, count).Select(number => new NewPass(
            PassValues.Of(values(number).Select(value => KeyValuePair.Create(value.Id, value.Text)))))];

    private static (string, string)[] BoardingPass(int number, DateTimeOffset now)
    {
        var flight = Flights[number % Flights.Length];
        return
        [
            ("passenger", DemoNames.Of(number)), ("flight", flight.Flight), ("gate", flight.Gate), ("seat", Seat(number)),
            ("boarding_group", Text(number % 4 + 1)), ("departure", At(now, flight.Hours)),
            ("from", flight.From), ("from_city", flight.FromCity), ("to", flight.To), ("to_city", flight.ToCity),
        ];
    }

    private static (string, string)[] StoreCard(int number) =>
        [("holder", DemoNames.Of(number + 100)), ("points", Text(number * 137 % 4_000)), ("level", Levels[number % Levels.Length])];

    private static (string, string)[] Coupon(int number, DateTimeOffset now) =>
        [("offer", Offers[number % Offers.Length]), ("expiry", On(now, 20 + number % 3 * 15, hour: 22))];

    private static (string, string)[] EventTicket(int number, DateTimeOffset now) =>
    [
        ("holder", DemoNames.Of(number + 200)), ("section", "ABCD"[number % 4].ToString()), ("row", Text(number / 12 + 1)),
        ("seat", Text(number % 12 + 1)), ("date", On(now, 12, hour: 19)),
    ];

    private static (string, string)[] Membership(int number) =>
        [("member", DemoNames.Of(number + 300)), ("status", number % 9 == 8 ? "Renewal due" : "Active")];

    private static string Seat(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 6 + 1}{"ABCDEF"[number % 6]}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // On the hour, an hour east of Greenwich: a date with its place's offset, as airports and halls write it.
    private static string At(DateTimeOffset now, int hoursAhead)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(hoursAhead);
        return hour.ToOffset(TimeSpan.FromHours(1)).ToString(FieldText.DateFormat, CultureInfo.InvariantCulture);
    }
    private static string On(DateTimeOffset now, int daysAhead, int hour) =>
        new DateTimeOffset(now.Year, now.Month, now.Day, hour, 0, 0, TimeSpan.FromHours(1)).AddDays(daysAhead)
            .ToString(FieldText.DateFormat, CultureInfo.InvariantCulture);
}
