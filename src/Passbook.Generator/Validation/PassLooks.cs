namespace Passbook.Generator;

/// <summary>The ways Wallet may draw a pass; one pass has several when older phones show another look than newer ones.</summary>
[Flags]
internal enum PassLooks
{
    None = 0,
    BoardingPass = 1,
    Coupon = 2,
    EventTicket = 4,
    Generic = 8,
    StoreCard = 16,
    PosterGeneric = 32,
    PosterEventTicket = 64,
    SemanticBoardingPass = 128,

    /// <summary>The five looks that every iOS knows.</summary>
    Classic = BoardingPass | Coupon | EventTicket | Generic | StoreCard,

    /// <summary>The looks that are a picture with little on it.</summary>
    Poster = PosterGeneric | PosterEventTicket,
    Any = Classic | Poster | SemanticBoardingPass,
}
