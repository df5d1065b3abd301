using Wallet.Simulator.Phones;

namespace Portal.Benchmarks.Load;

/// <summary>People with phones: now and then one removes a pass, or adds one.</summary>
internal sealed class Owners(LoadWorld world)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public async Task RunAsync(CancellationToken stopping)
    {
        var chance = new Random(world.Options.Seed - 1);
        var phones = world.Fleet.Phones.OrderBy(phone => phone.State.Name, StringComparer.Ordinal).ToList();
        while (!stopping.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(Pause, stopping));
            var phone = phones[chance.Next(phones.Count)];
            try
            {
                await (chance.Next(2) == 0 ? RemoveAsync(phone, chance) : AddAsync(phone, chance));
            }
            catch (Exception trouble) when (trouble is RetryLaterException or InvalidPackageException)
            {
                // The portal could not be reached: the phone comes back to it.
                world.Fleet.Wake(phone);
            }
        }
    }

    private static Task RemoveAsync(SimulatedPhone phone, Random chance) => phone.State.Passes is { Length: > 0 } held
        ? phone.RemovePassAsync(LoadWorld.PassType, held[chance.Next(held.Length)].SerialNumber)
        : Task.CompletedTask;

    private Task<HeldPass> AddAsync(SimulatedPhone phone, Random chance) => phone.AddPassAsync(LoadWorld.Link(world.Passes[chance.Next(world.Passes.Count)]));
}
