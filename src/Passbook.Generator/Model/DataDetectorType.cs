using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What Wallet turns into a link in a field of the back.</summary>
[JsonConverter(typeof(NamedEnumConverter<DataDetectorType>))]
public enum DataDetectorType
{
    /// <summary>Telephone numbers.</summary>
    [JsonStringEnumMemberName("PKDataDetectorTypePhoneNumber")]
    PhoneNumber,

    /// <summary>Web addresses.</summary>
    [JsonStringEnumMemberName("PKDataDetectorTypeLink")]
    Link,

    /// <summary>Postal addresses.</summary>
    [JsonStringEnumMemberName("PKDataDetectorTypeAddress")]
    Address,

    /// <summary>Dates and times of events.</summary>
    [JsonStringEnumMemberName("PKDataDetectorTypeCalendarEvent")]
    CalendarEvent,
}
