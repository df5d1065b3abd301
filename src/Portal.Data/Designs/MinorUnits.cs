namespace Portal.Data.Designs;

/// <summary>How many decimal places a currency has (ISO 4217).</summary>
public static class MinorUnits
{
    private static readonly HashSet<string> None =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> Three = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    public static int Digits(string? currency) => currency switch
    {
        null => 2,
        _ when None.Contains(currency) => 0,
        _ when Three.Contains(currency) => 3,
        _ => 2,
    };

    public static decimal Factor(string? currency) => Digits(currency) switch { 0 => 1m, 3 => 1_000m, _ => 100m };
}
