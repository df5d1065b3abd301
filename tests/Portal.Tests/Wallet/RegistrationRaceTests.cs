using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;

namespace Portal.Tests.Wallet;

/// <summary>A change that commits while a phone registers: whoever comes first, the phone is woken.</summary>
public abstract class RegistrationRaceTests(WalletWorld world)
{
    private const int Rounds = 25;

    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F10")]
    public async Task A_save_that_lands_while_the_pass_is_registered_always_queues_a_push()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var pass = await world.IssueAsync();
            await world.DownloadAsync(pass);

            await Task.WhenAll(world.RegisterAsync(pass, _name + round), world.ChangeAsync(pass, "7"));

            Assert.True(await IsWokenAsync(await world.RegistrationAsync(pass, _name + round)), $"Round {round}: the phone will never hear of the change.");
        }
    }

    [Fact]
    public async Task A_save_that_lands_while_the_push_token_moves_always_wakes_the_new_token()
    {
        var pass = await world.IssueAsync();
        await world.InstallAsync(pass, _name);
        for (var round = 0; round < Rounds; round++)
        {
            // Each registration brings another token.
            await Task.WhenAll(world.RegisterAsync(pass, _name), world.ChangeAsync(pass, $"{round}"));

            Assert.True(await IsWokenAsync(await world.RegistrationAsync(pass, _name)), $"Round {round}: the push went to the former token.");
        }
    }

    private async Task<bool> IsWokenAsync(Registration registration)
    {
        await using var db = await world.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PendingPushes.AnyAsync(push => push.PushTargetId == registration.PushTargetId, Cancelled)
            || await db.PushAttempts.AnyAsync(attempt => attempt.PushTargetId == registration.PushTargetId, Cancelled);
    }
}

public sealed class RegistrationRaceOnSqliteTests(WalletOnSqlite world) : RegistrationRaceTests(world), IClassFixture<WalletOnSqlite>;

public sealed class RegistrationRaceOnPostgresTests(WalletOnPostgres world) : RegistrationRaceTests(world), IClassFixture<WalletOnPostgres>;
