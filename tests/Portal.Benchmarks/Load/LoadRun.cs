using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Benchmarks.Load.Faults;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Load;

/// <summary>
/// The portal in processes of its own, phones, staff and faults for as long as is asked for, and then the question that counts:
/// does every phone hold the newest version of every pass it has?
/// </summary>
internal static class LoadRun
{
    private static readonly TimeSpan LastAnswers = TimeSpan.FromMinutes(2);

    /// <returns>0 when nothing was lost, torn or answered wrongly; 1 when something was; 2 when the options are wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        LoadOptions options;
        try
        {
            options = LoadOptions.Parse(args);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }

        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"load: {options.Provider}, {options.Nodes} node(s), {options.Phones} phones, {options.SavesPerSecond} saves/s, {options.Duration.TotalMinutes} min, seed {options.Seed}"));
        await using var world = await LoadWorld.CreateAsync(options, Console.Out, interrupted.Token);
        world.Faults.Say($"{options.Phones} phones have their passes");
        await WorkAsync(world, interrupted.Token);
        var quietAfter = await Quiet.ReachAsync(world, interrupted.Token);
        if (options.Sabotage)
            await SabotageAsync(world, interrupted.Token);
        var verdict = await Verdict.ReachAsync(world, interrupted.Token);
        var report = LoadReport.Of(world, verdict, quietAfter);
        Console.Write(report);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, report, interrupted.Token);
        return verdict.IsClean && quietAfter is not null && world.Answers.UnexpectedCount == 0 && world.Nodes.All(node => node.Unhandled == 0) ? 0 : 1;
    }

    private static async Task WorkAsync(LoadWorld world, CancellationToken interrupted)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var work = Task.WhenAll(
            new Staff(world).RunAsync(stopping.Token, abandon.Token),
            new Owners(world).RunAsync(stopping.Token),
            new FaultPlan(world).RunAsync(stopping.Token, abandon.Token),
            MeasureAsync(world, stopping.Token));
        await Task.WhenAny(work, Task.Delay(world.Options.Duration, interrupted));
        await stopping.CancelAsync();
        abandon.CancelAfter(LastAnswers);
        await work;
    }

    private static async Task MeasureAsync(LoadWorld world, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            foreach (var node in world.Nodes)
                node.Measure();
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), stopping));
        }
    }

    // Behind the back of the portal and of the phones: a pass has another tag and value, and nobody is woken.
    private static async Task SabotageAsync(LoadWorld world, CancellationToken cancellationToken)
    {
        world.Ledger.Saved(world.Passes[0], int.MaxValue);
        await using var services = new ServiceCollection().AddPortalData(world.Options.Provider, world.Ground.ConnectionString).BuildServiceProvider();
        await services.GetRequiredService<PortalWriter>().WriteAsync(
            (db, token) => db.PassRevisions.Where(revision => revision.PassId == world.Passes[1].Id).ExecuteDeleteAsync(token), cancellationToken);
    }
}
