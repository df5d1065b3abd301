using Npgsql;
using Portal.Hosting;

namespace Portal.Tests.Hosting;

public sealed class DatabaseTroubleTests
{
    [Fact]
    public async Task A_transaction_whose_connection_is_gone_is_trouble_of_the_database()
    {
        // What a statement meets when the connection broke after the one before it.
        await using var connection = new NpgsqlConnection("Host=localhost");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => connection.BeginTransactionAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.True(DatabaseTrouble.Is(error));
        Assert.True(DatabaseTrouble.Is(new InvalidOperationException("A transient failure.", error)));
    }

    [Fact]
    public void A_mistake_of_our_own_is_none()
    {
        Assert.False(DatabaseTrouble.Is(new InvalidOperationException("Ours.")));
        Assert.False(DatabaseTrouble.Is(null));
    }
}
