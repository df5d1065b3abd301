using System.Net;

namespace Portal.Tests.Wallet;

public sealed class PassPackagesTests(WalletOnSqlite world) : IClassFixture<WalletOnSqlite>
{
    [Fact]
    public async Task A_version_is_signed_once_however_many_ask_for_it()
    {
        var pass = await world.IssueAsync();
        var before = world.Signed;

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => world.FetchAsync(pass)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.ETag).Distinct());
        Assert.Equal(1, world.Signed - before);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_changed_pass_is_signed_anew()
    {
        var pass = await world.IssueAsync();
        using var first = await world.FetchAsync(pass);
        await world.ChangeAsync(pass, "50");

        using var second = await world.FetchAsync(pass);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }
}
