namespace Passbook.Generator;

/// <summary>The layout of a pass. The name of a style's key in the JSON is the name here, with a small first letter.</summary>
public enum PassStyle
{
    /// <summary>A journey from one place to another.</summary>
    BoardingPass,

    /// <summary>An offer or discount.</summary>
    Coupon,

    /// <summary>Admission to an event.</summary>
    EventTicket,

    /// <summary>Anything else: memberships, cards, records.</summary>
    Generic,

    /// <summary>A loyalty, discount, points or gift card.</summary>
    StoreCard,

    /// <summary>A poster: an image over the whole pass, and fields over it. iOS 27.</summary>
    PosterGeneric,
}
