using System.Globalization;

namespace Passbook.Generator.Tests.Fuzz;

/// <summary>How much is tried: a little in each run of the tests, 100,000 cases where <c>PORTAL_TEST_LONG</c> is true.</summary>
/// <remarks>
/// <c>PASSBOOK_FUZZ</c> may name another number, <c>PASSBOOK_FUZZ_SEED</c> where to begin. A case depends on its own number only: one
/// that fails is tried alone by that number as seed.
/// </remarks>
internal static class FuzzRun
{
    private const int Usually = 2_000;
    private const int InFull = 100_000;
    private const int FirstSeed = 20_261_126;

    private static readonly bool IsLong = string.Equals(Environment.GetEnvironmentVariable("PORTAL_TEST_LONG"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tries a part of all cases.</summary>
    /// <param name="share">How many of a hundred.</param>
    /// <param name="attempt">One case; it throws when it failed.</param>
    public static void Try(int share, Action<Random> attempt)
    {
        var count = Number("PASSBOOK_FUZZ", IsLong ? InFull : Usually) * share / 100;
        var first = Number("PASSBOOK_FUZZ_SEED", FirstSeed);
        Assert.True(count > 0);
        for (var seed = first; seed < first + count; seed++)
        {
            try
            {
                attempt(new Random(seed));
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"Seed {seed}: {wrong.Message}", wrong);
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
