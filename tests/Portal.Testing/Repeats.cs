namespace Portal.Testing;

/// <summary>How often a test of chance or of crashes repeats itself.</summary>
public static class Repeats
{
    /// <summary>The short number, or the long one where <c>PORTAL_TEST_LONG</c> is true. Such tests have the trait Length=Long.</summary>
    public static int Of(int usually, int inFull) =>
        string.Equals(Environment.GetEnvironmentVariable("PORTAL_TEST_LONG"), "true", StringComparison.OrdinalIgnoreCase) ? inFull : usually;
}
