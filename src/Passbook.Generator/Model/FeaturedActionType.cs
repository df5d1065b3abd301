using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What a featured action does; it decides its symbol and its words. iOS 27.</summary>
[JsonConverter(typeof(NamedEnumConverter<FeaturedActionType>))]
public enum FeaturedActionType
{
    /// <summary>Shows a schedule.</summary>
    [JsonStringEnumMemberName("viewSchedule")]
    ViewSchedule,

    /// <summary>Plays a trailer.</summary>
    [JsonStringEnumMemberName("watchTrailer")]
    WatchTrailer,

    /// <summary>Plays music.</summary>
    [JsonStringEnumMemberName("listenToMusic")]
    ListenToMusic,

    /// <summary>Calls a telephone number.</summary>
    [JsonStringEnumMemberName("call")]
    Call,

    /// <summary>Shows a place of Apple Maps, by <see cref="FeaturedAction.PlaceIdentifier"/>.</summary>
    [JsonStringEnumMemberName("place")]
    Place,

    /// <summary>Adds money to the card.</summary>
    [JsonStringEnumMemberName("addToBalance")]
    AddToBalance,

    /// <summary>Orders something.</summary>
    [JsonStringEnumMemberName("order")]
    Order,

    /// <summary>Opens a shop.</summary>
    [JsonStringEnumMemberName("shop")]
    Shop,

    /// <summary>Shows what the membership brings.</summary>
    [JsonStringEnumMemberName("membershipBenefits")]
    MembershipBenefits,

    /// <summary>Books an appointment.</summary>
    [JsonStringEnumMemberName("bookAppointment")]
    BookAppointment,

    /// <summary>Books a car.</summary>
    [JsonStringEnumMemberName("bookCar")]
    BookCar,

    /// <summary>Books a flight.</summary>
    [JsonStringEnumMemberName("bookFlight")]
    BookFlight,

    /// <summary>Books a stay.</summary>
    [JsonStringEnumMemberName("bookStay")]
    BookStay,

    /// <summary>Shows offers and rewards.</summary>
    [JsonStringEnumMemberName("viewOffersRewards")]
    ViewOffersRewards,
}
