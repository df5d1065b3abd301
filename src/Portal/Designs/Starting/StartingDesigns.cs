namespace Portal.Designs.Starting;

/// <summary>The designs staff can begin from: one of each style.</summary>
public static class StartingDesigns
{
    private static readonly Lazy<IReadOnlyList<StartingDesign>> Drawn = new(() =>
        [BoardingPassStart.Make(), StoreCardStart.Make(), CouponStart.Make(), EventTicketStart.Make(), GenericStart.Make()]);

    /// <summary>All five, drawn at the first call.</summary>
    public static IReadOnlyList<StartingDesign> All => Drawn.Value;

    /// <summary>The starting design with this key; null when there is none.</summary>
    public static StartingDesign? Find(string? key) => All.FirstOrDefault(design => design.Key == key);
}
