using System.Globalization;
using Wallet.Simulator.Phones;

namespace Portal.Benchmarks.Load;

/// <summary>What a person reads on a pass.</summary>
internal static class Shown
{
    public static int Points(HeldPass pass)
    {
        var digits = new string([.. (pass["points"] ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    public static int Edition(HeldPass pass) => int.Parse(pass.Description.Split(' ')[^1], CultureInfo.InvariantCulture);
}
