using System.Text.Json;
using Passbook.Generator;

namespace Portal.Designs;

/// <summary>The names of the pass styles: the key they have in the JSON, and the one staff read.</summary>
public static class StyleKey
{
    /// <summary>The key: <c>boardingPass</c>.</summary>
    public static string Of(PassStyle style) => JsonNamingPolicy.CamelCase.ConvertName(style.ToString());

    /// <summary>The name for people: Boarding pass.</summary>
    public static string Title(PassStyle style) => style switch
    {
        PassStyle.BoardingPass => "Boarding pass",
        PassStyle.Coupon => "Coupon",
        PassStyle.EventTicket => "Event ticket",
        PassStyle.StoreCard => "Store card",
        _ => "Generic pass",
    };
}
