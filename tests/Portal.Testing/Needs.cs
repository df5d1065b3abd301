using Portal.Data.Storage;
using Portal.Testing.Postgres;
using Xunit;

namespace Portal.Testing;

/// <summary>What a test needs of the machine. Missing, it is skipped with the reason; where <c>CI</c> is true, it fails.</summary>
public static class Needs
{
    public static void PostgresFor(DatabaseProvider provider)
    {
        if (provider is DatabaseProvider.PostgreSql)
            NothingMissing(PostgresCluster.WhyMissing);
    }

    /// <param name="reason">Why the test cannot run here; null when it can.</param>
    public static void NothingMissing(string? reason)
    {
        if (reason is null)
            return;
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
